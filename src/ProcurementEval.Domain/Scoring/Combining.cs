using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>The figure of several published results together, two decimals, published once, with its grade, the vetoes that stand in any part, and its working.</summary>
public sealed record CombinedResult(decimal Total, string? Grade, IReadOnlyList<string> Vetoes, IReadOnlyList<Step> Working);

/// <summary>One published result that is combined: of a subject, or of a whole evaluation.</summary>
public sealed record ResultPart(decimal Total, IReadOnlyList<string> Vetoes);

/// <summary>One evaluation's results of all its subjects, how they combine, and its share in the whole.</summary>
public sealed record EvaluationResults(IReadOnlyList<ResultPart> Subjects, SubjectCombination Combine, Share Share);

/// <summary>Combines published results: subjects into an evaluation, evaluations into the figure that moves money and renewal.</summary>
public static class Combining
{
    /// <summary>One evaluation's figure over its subjects.</summary>
    /// <exception cref="ArgumentException">There is no subject.</exception>
    public static CombinedResult Subjects(IReadOnlyList<ResultPart> parts, SubjectCombination combine, IReadOnlyList<Band> bands)
    {
        var (exact, calculation) = Exact(parts, combine);
        return Concluded(exact, [new Step(CodeOf(combine), calculation, exact)], parts, bands);
    }

    /// <summary>The plan's weighted sum over evaluations; each enters with its published figure, those without a share do not count.</summary>
    /// <exception cref="ArgumentException">The shares do not add up to 100 %.</exception>
    public static CombinedResult Evaluations(IReadOnlyList<EvaluationResults> evaluations, IReadOnlyList<Band> bands)
    {
        if (evaluations.Sum(e => e.Share.Fraction) != 1m)
        {
            throw new ArgumentException("The shares of the evaluations must add up to 100 %.", nameof(evaluations));
        }

        var counted = evaluations.Where(e => e.Share > Share.Zero).ToArray();
        var steps = new List<Step>();
        var figures = counted.Select(e =>
        {
            var (exact, calculation) = Exact(e.Subjects, e.Combine);
            var published = Published.Round(exact);
            steps.Add(new Step(CodeOf(e.Combine), calculation, published));
            return published;
        }).ToArray();
        var total = counted.Zip(figures, (e, figure) => e.Share.Fraction * figure).Sum();
        if (counted.Length > 1)
        {
            steps.Add(new Step("weighted-sum", string.Join(" + ", counted.Zip(figures, (e, figure) => $"{Calculation.Text(e.Share.Fraction)} × {Calculation.Text(figure)}")), total));
        }

        return Concluded(total, steps, [.. counted.SelectMany(e => e.Subjects)], bands);
    }

    private static string CodeOf(SubjectCombination combine) => combine == SubjectCombination.Mean ? "mean-of-subjects" : "lowest-of-subjects";

    private static (decimal Exact, string Calculation) Exact(IReadOnlyList<ResultPart> parts, SubjectCombination combine)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("There is nothing to combine.", nameof(parts));
        }

        var totals = parts.Select(p => p.Total).ToArray();
        return combine == SubjectCombination.Mean
            ? (totals.Sum() / totals.Length, totals.Length == 1 ? Calculation.Text(totals[0]) : $"({Calculation.Sum(totals)}) ÷ {totals.Length}")
            : (totals.Min(), $"min({string.Join(", ", totals.Select(Calculation.Text))})");
    }

    private static CombinedResult Concluded(decimal exact, IReadOnlyList<Step> steps, IReadOnlyList<ResultPart> parts, IReadOnlyList<Band> bands)
    {
        var total = Published.Round(exact);
        string[] vetoes = [.. parts.SelectMany(p => p.Vetoes).Distinct().Order(StringComparer.Ordinal)];
        var band = Grading.BandOf(bands, total, lowest: vetoes.Length > 0);
        IEnumerable<Step> publish = total == exact ? [] : [new Step("publish", Calculation.Text(exact), total)];
        IEnumerable<Step> grade = band is null ? [] : [new Step(vetoes.Length > 0 ? "veto-lowest" : "grade", Grading.Range(band), total)];
        return new CombinedResult(total, band?.Grade, vetoes, [.. steps, .. publish, .. grade]);
    }
}
