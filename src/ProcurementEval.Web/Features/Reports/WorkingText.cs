using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Writes workings (算法) for people: each step by its name, without the last result, which stands in the column beside it.</summary>
internal sealed class WorkingText(ReportText text)
{
    /// <summary>One line, or with several assessors one line each where their views are composed of several steps.</summary>
    public string Of(NodeScore leaf)
    {
        IReadOnlyList<Step> steps = leaf.Marked is null ? leaf.Working : [.. leaf.Working.SkipLast(1)];
        var lines = leaf.ByAssessor.Count == 0 ? [Of(steps)] : OfJudged(steps, leaf.ByAssessor.Count);
        return string.Join('\n', leaf.Marked is null ? lines : [.. lines, One(leaf.Working[^1], withResult: false)]);
    }

    public string Of(IReadOnlyList<Step> steps, bool withLast = false) => Join(steps.Select((s, i) => One(s, withLast || Shows(steps, i))));

    // The steps of each assessor come one after the other, equally many, before the mean that combines them.
    private string[] OfJudged(IReadOnlyList<Step> steps, int assessors)
    {
        var combines = steps.ToList().FindIndex(s => s.Code is "mean" or "trimmed-mean");
        Step[][] views = [.. steps.Take(combines).Chunk(combines / assessors)];
        var ending = Of([.. steps.Skip(combines)]);
        if (views[0].Length == 1)
        {
            return [Join([.. views.Select(v => One(v[0], withResult: true)), ending])];
        }

        return [.. views.Select((view, i) => Join(view.Where(s => i == 0 || IsOwn(s)).Select(s => One(s, withResult: true)))), ending];
    }

    // What rests on shared facts is the same for all assessors and is told once.
    private static bool IsOwn(Step step) => step.Code is "judged" or "sum-capped";

    // The exact figure before publishing is shown; the published one stands in its column.
    private static bool Shows(IReadOnlyList<Step> steps, int i) => i < steps.Count - 1;

    private string One(Step step, bool withResult)
    {
        var name = text[$"Step.{step.Code}"];
        var result = ReportText.Figure(step.Value);
        return step switch
        {
            { Code: "publish" } => withResult ? text.Format("Working.Step", name, result) : name,
            { Code: "judged" } => $"{step.Calculation} {result}",
            _ when step.Calculation == result => withResult ? text.Format("Working.Step", name, result) : name,
            _ when !withResult || step.Calculation.Contains('→', StringComparison.Ordinal) => text.Format("Working.Step", name, step.Calculation),
            _ => text.Format("Working.Result", name, step.Calculation, result),
        };
    }

    private string Join(IEnumerable<string> parts) => string.Join(text["Working.Join"], parts);
}
