using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>Subjects into an evaluation, evaluations into the figure that moves money.</summary>
public class CombiningTests
{
    [Fact]
    public void Subjects_Mean_IsPublishedOnce() =>
        // (90.01 + 90.00 + 90.00) ÷ 3 = 90.00333… → 90.00.
        Assert.Equal((90m, "excellent"), Of(SubjectCombination.Mean, 90.01m, 90m, 90m));

    [Fact]
    public void Subjects_MeanAtAHalf_IsRoundedAwayFromZero() =>
        // (79.99 + 80.00) ÷ 2 = 79.995 → 80.00, so 良好.
        Assert.Equal((80m, "good"), Of(SubjectCombination.Mean, 79.99m, 80m));

    [Fact]
    public void Subjects_Lowest_TakesTheWorst() => Assert.Equal((59.99m, "fail"), Of(SubjectCombination.Lowest, 95m, 59.99m, 88m));

    [Fact]
    public void Subjects_VetoInOne_GivesTheLowestGradeToAll()
    {
        var combined = Combining.Subjects([new(95m, []), new(96m, ["V1"])], SubjectCombination.Mean, Trees.Bands);

        Assert.Equal((95.5m, "fail"), (combined.Total, combined.Grade));
        Assert.Equal(["V1"], combined.Vetoes);
    }

    [Fact]
    public void Subjects_None_IsRefused() => Assert.Throws<ArgumentException>(() => Combining.Subjects([], SubjectCombination.Mean, Trees.Bands));

    [Fact]
    public void Evaluations_OfCase2_AreWeighted40To60()
    {
        // 0.4 × 82.35 + 0.6 × 91.27 = 32.94 + 54.762 = 87.702 → 87.70.
        var combined = Combining.Evaluations([Part(40m, 82.35m), Part(60m, 91.27m)], Trees.Bands);

        Assert.Equal((87.7m, "good"), (combined.Total, combined.Grade));
        Assert.Contains(combined.Working, s => s.Calculation == "0.4 × 82.35 + 0.6 × 91.27");
    }

    [Fact]
    public void Evaluations_EachEntersWithItsPublishedFigure()
    {
        // Mid-term (80.00 + 80.01) ÷ 2 = 80.005 → 80.01; 0.5 × 80.01 + 0.5 × 90 = 85.005 → 85.01; unpublished it would be 85.0025 → 85.00.
        var combined = Combining.Evaluations([Part(50m, 80m, 80.01m), Part(50m, 90m)], Trees.Bands);

        Assert.Equal(85.01m, combined.Total);
    }

    [Fact]
    public void Evaluations_WithoutAShare_DoNotCount()
    {
        var combined = Combining.Evaluations([new([new(10m, ["V1"])], SubjectCombination.Mean, Share.Zero), Part(100m, 91m)], Trees.Bands);

        Assert.Equal((91m, "excellent"), (combined.Total, combined.Grade));
    }

    [Fact]
    public void Evaluations_SharesOf99_9_AreRefused() => Assert.Throws<ArgumentException>(() => Combining.Evaluations([Part(40m, 80m), Part(59.9m, 90m)], Trees.Bands));

    private static EvaluationResults Part(decimal percent, params decimal[] totals) =>
        new([.. totals.Select(t => new ResultPart(t, []))], SubjectCombination.Mean, Share.FromPercent(percent));

    private static (decimal Total, string? Grade) Of(SubjectCombination combine, params decimal[] totals)
    {
        var combined = Combining.Subjects([.. totals.Select(t => new ResultPart(t, []))], combine, Trees.Bands);
        return (combined.Total, combined.Grade);
    }
}
