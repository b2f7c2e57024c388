using System.Globalization;
using System.Text.RegularExpressions;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Writes workings (算法) for people: each step by its name, without the last result, which stands in the column beside it.</summary>
internal sealed partial class WorkingText(ReportText text, AssessorNames? names = null)
{
    /// <summary>What rests on facts in one line; judgements as all views and their mean, composed ones part by part; weighing on a line of its own.</summary>
    public string Of(NodeScore leaf, Rule rule)
    {
        IReadOnlyList<Step> steps = leaf.Marked is null ? leaf.Working : [.. leaf.Working.SkipLast(1)];
        var lines = leaf.ByAssessor.Count == 0 ? [View(steps, rule, ending: true)] : OfJudged(steps, leaf.ByAssessor.Count, rule);
        return string.Join('\n', leaf.Marked is null ? lines : [.. lines, One(leaf.Working[^1], withResult: false)]);
    }

    public string Of(IReadOnlyList<Step> steps) => View(steps, rule: null, ending: true);

    // The steps of each assessor come one after the other, equally many, before the mean that combines them.
    private string[] OfJudged(IReadOnlyList<Step> steps, int assessors, Rule rule)
    {
        var combines = steps.ToList().FindIndex(s => s.Code is "mean" or "trimmed-mean");
        Step[][] views = [.. steps.Take(combines).Chunk(combines / assessors)];
        // The mean of one view says nothing.
        var ending = Of([.. steps.Skip(assessors == 1 ? combines + 1 : combines)]);
        return (views, rule) switch
        {
            ({ } v, _) when v[0].Length == 1 => [Join([text.Format("Given", List(v, s => s[0].Value)), ending])],
            (_, SumRule sum) when IsFlat(views[0], sum) => [Parts(views[0], sum), text.Format("SumsByAssessor", string.Join(text["Working.Join"], views.Select(v => $"{Name(v)} {Capped(v[^1])}"))), ending],
            _ => [.. views.Select(v => View(v, rule, ending: false)), ending],
        };
    }

    private string List(Step[][] views, Func<Step[], decimal> points) =>
        string.Join(text["ListJoin"], views.Select(v => text.Format("GivenBy", Name(v), ReportText.Figure(points(v)))));

    private string Name(Step[] view) => NameOf(view.First(s => s.Code == "judged").Calculation);

    private string NameOf(string assessor) => names?[assessor] ?? assessor;

    private static string Capped(Step sum) => $"{sum.Calculation} = {ReportText.Figure(sum.Value)}";

    // Each part of a flat sum has one step.
    private static bool IsFlat(IReadOnlyList<Step> steps, SumRule sum) => steps.Skip(sum.Parts.Count).FirstOrDefault()?.Code == "sum-capped";

    // What rests on shared facts is the same for all assessors and is told once.
    private string Parts(Step[] view, SumRule sum) => Join(sum.Parts.Select((part, i) => view[i].Code == "judged"
        ? text.Format("Working.Step", part.Title, text["GivenEach"])
        : One(view[i], withResult: true, part.Title, part.Rule)));

    private string View(IReadOnlyList<Step> steps, Rule? rule, bool ending)
    {
        var parts = rule is SumRule sum && IsFlat(steps, sum) ? sum.Parts : [];
        return Join(steps.Select((step, i) => One(step, !ending || i < steps.Count - 1, i < parts.Count ? parts[i].Title : null, i < parts.Count ? parts[i].Rule : rule)));
    }

    private string One(Step step, bool withResult, string? part = null, Rule? rule = null)
    {
        var name = part ?? text[$"Step.{step.Code}"];
        if (step.Code == "step" && rule is StepRule ranges && RangeOf(ranges, step) is { } range)
        {
            name = text.Format("StepWithRange", name, text.Range(range.From, range.Above, range.To, range.Below));
        }

        var result = ReportText.Figure(step.Value);
        return step switch
        {
            { Code: "publish" } => withResult ? text.Format("Working.Step", name, result) : name,
            { Code: "judged" } => text.Format("GivenBy", NameOf(step.Calculation), result),
            { Calculation: "" } => text.Format("Working.Step", name, result),
            _ when step.Calculation == result => withResult ? text.Format("Working.Step", name, Grouped(result)) : name,
            _ when step.Calculation.Contains('→', StringComparison.Ordinal) => text.Format("Working.Step", name, step.Calculation),
            _ when !withResult => text.Format("Working.Step", name, Grouped(step.Calculation)),
            _ => text.Format("Working.Result", name, Grouped(step.Calculation), Grouped(result)),
        };
    }

    // A step's calculation begins with the value that was looked up.
    private static StepRange? RangeOf(StepRule rule, Step step) => decimal.TryParse(ValuePattern().Match(step.Calculation).Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
        ? rule.Steps.FirstOrDefault(s => s.Holds(value))
        : null;

    private static string Grouped(string calculation) =>
        ThousandsPattern().Replace(calculation, m => decimal.Parse(m.Value, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture));

    private string Join(IEnumerable<string> parts) => string.Join(text["Working.Join"], parts.Where(p => p.Length > 0));

    [GeneratedRegex(@"^-?\d+(?:\.\d+)?", RegexOptions.None, 1000)]
    private static partial Regex ValuePattern();

    // Whole parts of four digits and more, not decimals.
    [GeneratedRegex(@"(?<![\d.])\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex ThousandsPattern();
}
