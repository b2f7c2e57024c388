using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Writes workings (算法) for people: each step by its name, without the last result, which stands in the column beside it.</summary>
internal sealed class WorkingText(ReportText text)
{
    /// <summary>One line, or with several assessors one line each where their views are composed of several steps; the parts of a sum are told by their own names.</summary>
    public string Of(NodeScore leaf, Rule rule)
    {
        string[] parts = rule is SumRule sum ? [.. sum.Parts.Select(p => p.Title)] : [];
        IReadOnlyList<Step> steps = leaf.Marked is null ? leaf.Working : [.. leaf.Working.SkipLast(1)];
        var lines = leaf.ByAssessor.Count == 0 ? [View(steps, parts, ending: true)] : OfJudged(steps, leaf.ByAssessor.Count, parts);
        return string.Join('\n', leaf.Marked is null ? lines : [.. lines, One(leaf.Working[^1], withResult: false, part: null)]);
    }

    public string Of(IReadOnlyList<Step> steps) => View(steps, [], ending: true);

    // The steps of each assessor come one after the other, equally many, before the mean that combines them.
    private string[] OfJudged(IReadOnlyList<Step> steps, int assessors, string[] parts)
    {
        var combines = steps.ToList().FindIndex(s => s.Code is "mean" or "trimmed-mean");
        Step[][] views = [.. steps.Take(combines).Chunk(combines / assessors)];
        var ending = Of([.. steps.Skip(combines)]);
        return views[0].Length == 1
            ? [Join([.. views.Select(v => View(v, parts, ending: false)), ending])]
            : [.. views.Select((v, i) => View(v, parts, ending: false, onlyOwn: i > 0)), ending];
    }

    // Each part of a flat sum has one step. What rests on shared facts is the same for all assessors and is told once;
    // the last result of an ending stands in the column beside it.
    private string View(IReadOnlyList<Step> steps, string[] parts, bool ending, bool onlyOwn = false)
    {
        var isFlat = !onlyOwn && parts.Length > 0 && steps.Skip(parts.Length).FirstOrDefault()?.Code == "sum-capped";
        return Join(steps
            .Select((step, i) => (Step: step, Words: One(step, !ending || i < steps.Count - 1, isFlat && i < parts.Length ? parts[i] : null)))
            .Where(s => !onlyOwn || s.Step.Code is "judged" or "sum-capped")
            .Select(s => s.Words));
    }

    private string One(Step step, bool withResult, string? part)
    {
        var name = part ?? text[$"Step.{step.Code}"];
        var result = ReportText.Figure(step.Value);
        return step switch
        {
            { Code: "publish" } => withResult ? text.Format("Working.Step", name, result) : name,
            { Code: "judged" } => part is null ? $"{step.Calculation} {result}" : text.Format("Working.Step", part, $"{step.Calculation} {result}"),
            _ when step.Calculation == result => withResult ? text.Format("Working.Step", name, result) : name,
            _ when !withResult || step.Calculation.Contains('→', StringComparison.Ordinal) => text.Format("Working.Step", name, step.Calculation),
            _ => text.Format("Working.Result", name, step.Calculation, result),
        };
    }

    private string Join(IEnumerable<string> parts) => string.Join(text["Working.Join"], parts);
}
