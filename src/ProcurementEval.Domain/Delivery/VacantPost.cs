namespace ProcurementEval.Domain.Delivery;

/// <summary>A post (岗位) that stood vacant, both days included; it costs the supplier money for each day.</summary>
public sealed record VacantPost(string Post, DateOnly From, DateOnly To)
{
    /// <summary>Vacant days after one day and up to another, that one included.</summary>
    public int DaysIn(DateOnly after, DateOnly until)
    {
        var first = From > after ? From : after.AddDays(1);
        var last = To < until ? To : until;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }
}
