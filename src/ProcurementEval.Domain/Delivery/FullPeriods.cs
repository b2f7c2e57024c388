namespace ProcurementEval.Domain.Delivery;

/// <summary>The full months, quarters or half-years counted from a start, both ends included; a part of one asks nothing.</summary>
internal static class FullPeriods
{
    public static IReadOnlyList<(DateOnly From, DateOnly To)> Of(Cadence each, DateOnly start, DateOnly until)
    {
        var months = each switch
        {
            Cadence.Month => 1,
            Cadence.Quarter => 3,
            _ => 6,
        };
        var periods = new List<(DateOnly, DateOnly)>();

        // Counted from the start each time: from 31 January, the third month begins on 31 March, not on the 28th.
        for (var k = 0; ; k++)
        {
            var (from, next) = (start.AddMonths(k * months), start.AddMonths((k + 1) * months));
            if (next.AddDays(-1) > until)
            {
                return periods;
            }

            periods.Add((from, next.AddDays(-1)));
        }
    }
}
