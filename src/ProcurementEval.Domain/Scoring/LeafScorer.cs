using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Scores one leaf: each assessor's view where assessors judge, the mean or trimmed mean of the views, published once, then put on the leaf's own maximum.</summary>
internal sealed class LeafScorer(Template template, ScoreInput input, IReadOnlyList<Assessor> assessors)
{
    private const int TrimFrom = 5;

    private readonly Dictionary<string, Assessor[]> judges = [];

    /// <summary>Whether an assessor judges a leaf: its class of raters does, the first class where the leaf names none, everybody where there is only one class.</summary>
    public static bool Judges(Template template, Assessor assessor, string? rater) => Judges(template, assessor.Rater, rater);

    /// <summary>The same for a class of raters.</summary>
    public static bool Judges(Template template, string judge, string? rater) =>
        rater is null ? template.Raters.Count < 2 || judge == template.Raters[0].Code : judge == rater;

    public NodeScore Score(Indicator leaf, string? rater)
    {
        var marked = Marked(new NodeScore(leaf.Code, leaf.Title, leaf.Max, Score: 0m), leaf.Rule!, leaf.FullMark, rater);
        if (leaf.MarkedOutOf is not { } scale)
        {
            return marked;
        }

        var weighted = Published.Round(marked.Score * leaf.Max / scale);
        return marked with
        {
            Score = weighted,
            Marked = marked.Score,
            Steps = new(() => [.. marked.Working, new Step("weight", $"{Calculation.Text(marked.Score)} × {Calculation.Text(leaf.Max)} ÷ {Calculation.Text(scale)}", weighted)]),
        };
    }

    public NodeScore Score(Bonus bonus) => Marked(new NodeScore(bonus.Code, bonus.Title, bonus.Max, Score: 0m), bonus.Rule, bonus.Max, rater: null);

    private NodeScore Marked(NodeScore node, Rule rule, decimal full, string? rater)
    {
        if (!RulePoints.NeedsAssessor(rule))
        {
            var points = RulePoints.Of(rule, full, node.Code, input.Facts, judge: null);
            var published = Published.Round(points);
            return node with { Score = published, Steps = new(() => [.. RuleWorking.Of(rule, full, node.Code, input.Facts, judge: null), .. Publishing(points, published)]) };
        }

        var views = Array.ConvertAll(JudgesOf(rater), j => new AssessorView(j, RulePoints.Of(rule, full, node.Code, input.Facts, j)));
        var counted = Counted(views);
        var mean = counted.Sum() / counted.Length;
        var score = Published.Round(mean);
        return node with
        {
            Score = score,
            Views = views,
            Steps = new(() =>
            [
                .. views.SelectMany(v => RuleWorking.Of(rule, full, node.Code, input.Facts, v.Assessor)),
                new Step(counted.Length < views.Length ? "trimmed-mean" : "mean", $"({Calculation.Sum(counted.Length < views.Length ? counted : views.Select(v => v.Points))}) ÷ {counted.Length}", mean),
                .. Publishing(mean, score),
            ]),
        };
    }

    // Sorted, so that the order of assessors cannot matter even in the last digit of an inexact view.
    private decimal[] Counted(AssessorView[] views)
    {
        var points = Array.ConvertAll(views, v => v.Points);
        Array.Sort(points);
        return input.Combination == Combination.TrimmedMean && points.Length >= TrimFrom ? points[1..^1] : points;
    }

    private Assessor[] JudgesOf(string? rater) => judges.TryGetValue(rater ?? string.Empty, out var known)
        ? known
        : judges[rater ?? string.Empty] = [.. assessors.Where(a => Judges(template, a, rater))];

    private static IEnumerable<Step> Publishing(decimal exact, decimal published) =>
        exact == published ? [] : [new Step("publish", Calculation.Text(exact), published)];
}
