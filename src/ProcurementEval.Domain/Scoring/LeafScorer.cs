using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Scores one leaf: each assessor's view where assessors judge, the mean or trimmed mean of the views, published once, then put on the leaf's own maximum.</summary>
internal sealed class LeafScorer(Template template, ScoreInput input, IReadOnlyList<Assessor> assessors)
{
    private const int TrimFrom = 5;

    public NodeScore Score(Indicator leaf, string? rater)
    {
        var (marked, views, steps) = Marked(leaf.Code, leaf.Rule!, leaf.FullMark, rater);
        if (leaf.MarkedOutOf is not { } scale)
        {
            return new NodeScore(leaf.Code, leaf.Title, leaf.Max, marked) { Steps = steps, ByAssessor = views };
        }

        var weighted = Published.Round(marked * leaf.Max / scale);
        return new NodeScore(leaf.Code, leaf.Title, leaf.Max, weighted)
        {
            Marked = marked,
            ByAssessor = views,
            Steps = new Lazy<IReadOnlyList<Step>>(() => [.. steps.Value, new Step("weight", $"{Calculation.Text(marked)} × {Calculation.Text(leaf.Max)} ÷ {Calculation.Text(scale)}", weighted)]),
        };
    }

    public NodeScore Score(Bonus bonus)
    {
        var (marked, views, steps) = Marked(bonus.Code, bonus.Rule, bonus.Max, rater: null);
        return new NodeScore(bonus.Code, bonus.Title, bonus.Max, marked) { Steps = steps, ByAssessor = views };
    }

    private (decimal Score, IReadOnlyDictionary<string, decimal> Views, Lazy<IReadOnlyList<Step>> Steps) Marked(string code, Rule rule, decimal full, string? rater)
    {
        if (!RulePoints.NeedsAssessor(rule))
        {
            var points = RulePoints.Of(rule, full, code, input.Facts, judge: null, steps: null);
            var published = Published.Round(points);
            return (published, NoViews, new Lazy<IReadOnlyList<Step>>(() => Working(rule, full, code, judge: null, points, published)));
        }

        var judges = JudgesOf(template, assessors, rater).ToArray();
        var each = judges.Select(j => RulePoints.Of(rule, full, code, input.Facts, j, steps: null)).ToArray();
        var trimmed = input.Combination == Combination.TrimmedMean && each.Length >= TrimFrom;
        var mean = trimmed ? TrimmedMean(each) : each.Order().Sum() / each.Length;
        var score = Published.Round(mean);
        return (score, judges.Zip(each).ToDictionary(p => p.First.Id, p => p.Second), new Lazy<IReadOnlyList<Step>>(() =>
        [
            .. judges.SelectMany((j, n) => Working(rule, full, code, j, each[n], published: null)),
            Combined(each, trimmed, mean),
            .. Publishing(mean, score),
        ]));
    }

    /// <summary>The assessors who judge a leaf: those of its class of raters, or all where the template names only one class.</summary>
    internal static IEnumerable<Assessor> JudgesOf(Template template, IEnumerable<Assessor> assessors, string? rater) =>
        rater is null ? assessors.Where(a => template.Raters.Count < 2 || a.Rater == template.Raters[0].Code) : assessors.Where(a => a.Rater == rater);

    private static readonly IReadOnlyDictionary<string, decimal> NoViews = new Dictionary<string, decimal>();

    private static decimal TrimmedMean(decimal[] views) => views.Order().Skip(1).SkipLast(1).Sum() / (views.Length - 2);

    private static Step Combined(decimal[] views, bool trimmed, decimal mean) => trimmed
        ? new Step("trimmed-mean", $"({Calculation.Sum(views.Order().Skip(1).SkipLast(1))}) ÷ {views.Length - 2}", mean)
        : new Step("mean", $"({Calculation.Sum(views)}) ÷ {views.Length}", mean);

    private static IEnumerable<Step> Publishing(decimal exact, decimal published) =>
        exact == published ? [] : [new Step("publish", Calculation.Text(exact), published)];

    private List<Step> Working(Rule rule, decimal full, string code, Assessor? judge, decimal points, decimal? published)
    {
        var steps = new List<Step>();
        RulePoints.Of(rule, full, code, input.Facts, judge, steps);
        return published is { } figure ? [.. steps, .. Publishing(points, figure)] : steps;
    }
}
