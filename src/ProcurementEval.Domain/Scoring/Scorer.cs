using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>The one definition of every total: leaves are scored and published, parents add up published children, bonus items come on top, vetoes last, grade from the published total.</summary>
public static class Scorer
{
    /// <exception cref="ScoreInputException">The input lacks something, or something in it is impossible; every fault is named.</exception>
    public static ScoreResult Score(Template template, ScoreInput input)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(input);
        ScoreInputException.ThrowIfAny(ScoreCheck.Faults(template, input));
        var assessors = input.Assessors.OrderBy(a => a.Id, StringComparer.Ordinal).ToArray();
        var leaves = new LeafScorer(template, input, assessors);
        NodeScore[] nodes = [.. template.Indicators.Select(i => Node(i, i.Rater, leaves))];
        NodeScore[] bonuses = [.. template.Bonuses.Select(leaves.Score)];
        return Concluded(template, input.Vetoes, nodes, bonuses);
    }

    private static NodeScore Node(Indicator indicator, string? rater, LeafScorer leaves)
    {
        if (indicator.IsLeaf)
        {
            return leaves.Score(indicator, rater);
        }

        NodeScore[] items = [.. indicator.Items.Select(i => Node(i, i.Rater ?? rater, leaves))];
        var sum = items.Sum(i => i.Score);
        return new NodeScore(indicator.Code, indicator.Title, indicator.Max, sum)
        {
            Items = items,
            Steps = new Lazy<IReadOnlyList<Step>>(() => [new Step("sum", Calculation.Sum(items.Select(i => i.Score)), sum)]),
        };
    }

    private static ScoreResult Concluded(Template template, IReadOnlySet<string> vetoes, NodeScore[] nodes, NodeScore[] bonuses)
    {
        var standing = template.Vetoes.Where(v => vetoes.Contains(v.Code)).ToArray();
        var steps = new List<Step>();
        var points = nodes.Sum(n => n.Score);
        steps.Add(new Step("sum", Calculation.Sum(nodes.Select(n => n.Score)), points));
        var extra = Math.Min(bonuses.Sum(b => b.Score), template.BonusCap);
        if (bonuses.Length > 0)
        {
            steps.Add(new Step("bonus", $"min({Calculation.Sum(bonuses.Select(b => b.Score))}, {Calculation.Text(template.BonusCap)})", extra));
            steps.Add(new Step("sum", Calculation.Sum([points, extra]), points + extra));
        }

        var sum = points + extra;
        var zero = standing.Any(v => v.Consequence == VetoConsequence.ScoreZero);
        var total = zero ? 0m : sum;
        steps.AddRange(standing.Select(v => new Step(v.Consequence == VetoConsequence.ScoreZero ? "veto-zero" : "veto-lowest", v.Code, total)));
        var band = Grading.BandOf(template.Bands, total, lowest: standing.Length > 0);
        if (band is not null)
        {
            steps.Add(new Step("grade", Grading.Range(band), total));
        }

        return new ScoreResult
        {
            Sum = sum,
            Total = total,
            Grade = band?.Grade,
            Vetoes = [.. standing.Select(v => v.Code)],
            Nodes = nodes,
            Bonuses = bonuses,
            Working = steps,
        };
    }
}
