using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Delivery;

/// <summary>How far one target is met at a date: due and achieved in the target's unit (counts, full periods, or per cent for a rate; two decimals), and completion = achieved ÷ due, 0 to 1, six decimals, null while nothing is due. Where a part must serve a named group, completion is the lesser of the whole's and the part's.</summary>
public sealed record Achievement(ServiceTarget Target, decimal Due, decimal Achieved, decimal? Completion)
{
    /// <summary>The whole contract where null.</summary>
    public string? Site { get; init; }

    public IReadOnlyList<Step> Working { get; init; } = [];
}

/// <summary>The mean of the completions of all targets that are due, in per cent, 0.00 to 100.00; no target makes good for another.</summary>
public sealed record OverallCompletion(decimal Percent, IReadOnlyList<Step> Working)
{
    /// <summary>Null while nothing is due.</summary>
    public static OverallCompletion? Of(IReadOnlyList<Achievement> achievements)
    {
        var due = achievements.Select(a => a.Completion).OfType<decimal>().ToList();
        if (due.Count == 0)
        {
            return null;
        }

        var percent = Published.Round(due.Sum() * 100m / due.Count);
        var terms = due.GroupBy(c => c).OrderByDescending(g => g.Key)
            .Select(g => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{g.Count()} × {g.Key:0.######}"));
        var calculation = $"({string.Join(" + ", terms)}) × 100 ÷ {due.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return new(percent, [new("overall-completion", calculation, percent)]);
    }
}
