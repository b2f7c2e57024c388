using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>How published leaves become a total and a grade: sums, bonus items, vetoes last.</summary>
public class TotalTests
{
    private static readonly Veto Forged = new("V1", "弄虚作假", VetoConsequence.LowestGrade) { Conditions = [new("forged", "查实")] };
    private static readonly Veto Banned = new("V2", "违规", VetoConsequence.ScoreZero) { Conditions = [new("banned", "查实")] };

    [Fact]
    public void Leaf_ExactHalf_IsRoundedAwayFromZero() =>
        // 1 ÷ 8 × 1 = 0.125 → 0.13 (half to even would give 0.12).
        Assert.Equal(0.13m, Points(1m, new RatioRule(8m), Actual(1m)));

    [Fact]
    public void Leaf_JustBelowTheHalf_IsRoundedDown() =>
        // 12499 ÷ 100000 = 0.12499 → 0.12.
        Assert.Equal(0.12m, Points(1m, new RatioRule(100_000m), Actual(12_499m)));

    [Fact]
    public void Parent_IsTheSumOfPublishedChildren()
    {
        // Each child 2 ÷ 3 = 0.666… → 0.67; the parent is 3 × 0.67 = 2.01, not 2.00.
        var result = Scorer.Score(
            Template(Group("G", 3m, Leaf("a", 1m, new RatioRule(3m)), Leaf("b", 1m, new RatioRule(3m)), Leaf("c", 1m, new RatioRule(3m)))),
            Facts(("a", Actual(2m)), ("b", Actual(2m)), ("c", Actual(2m))));

        Assert.Equal(2.01m, result.Nodes[0].Score);
        Assert.Equal(2.01m, result.Total);
    }

    [Fact]
    public void MarkedOutOf_PublishesTheMarkThenTheWeightedScore()
    {
        // 2 ÷ 3 × 100 = 66.666… → 66.67; × 5 ÷ 100 = 3.3335 → 3.33.
        var node = Scorer.Score(Template(Leaf("X", 5m, new RatioRule(3m)) with { MarkedOutOf = 100m }), Facts(("X", Actual(2m)))).Nodes[0];

        Assert.Equal((66.67m, 3.33m), (node.Marked, node.Score));
    }

    [Theory]
    [InlineData(90, "excellent")]
    [InlineData("89.99", "good")]
    [InlineData("89.5", "good")]
    [InlineData(80, "good")]
    [InlineData("79.99", "pass")]
    [InlineData("79.5", "pass")]
    [InlineData(60, "pass")]
    [InlineData("59.99", "fail")]
    [InlineData("59.5", "fail")]
    [InlineData(0, "fail")]
    [InlineData(110, "excellent")]
    public void Grade_HalfOpenBands_LeaveNoFigureOut(decimal total, string grade) => Assert.Equal(grade, Grading.BandOf(Bands, total, lowest: false)!.Grade);

    [Theory]
    [InlineData("79.99", false)]
    [InlineData("80.00", true)]
    [InlineData("89.99", true)]
    [InlineData("90.00", false)]
    public void Band_HoldsItsLowerEndAndNotItsUpper(decimal figure, bool holds) => Assert.Equal(holds, Bands[1].Holds(figure));

    [Theory]
    [InlineData("89.5")]
    [InlineData("79.5")]
    [InlineData("59.5")]
    public void Grade_BandsAsCase3PrintsThem_LeaveTheHolesOut(decimal total)
    {
        Band[] printed = [new("a", "优秀", 90m, null, null), new("b", "良好", 80m, null, 89m), new("c", "合格", 60m, null, 79m), new("d", "不合格", 0m, null, 59m)];

        Assert.Null(Grading.BandOf(printed, total, lowest: false));
    }

    [Theory]
    [InlineData("79.995", 80, "good")]
    [InlineData("79.9949", "79.99", "pass")]
    [InlineData("89.995", 90, "excellent")]
    [InlineData("59.995", 60, "pass")]
    public void Grade_FollowsThePublishedFigure(decimal exact, decimal published, string grade)
    {
        // The ratio gives exactly the figure: exact ÷ 100 × 100.
        var result = Scorer.Score(Template(Leaf("X", 100m, new RatioRule(100m))), Facts(("X", Actual(exact))));

        Assert.Equal((published, grade), (result.Total, result.Grade));
    }

    [Fact]
    public void Grade_WithoutBands_IsNone() => Assert.Null(Scorer.Score(Template(Leaf("X", 5m, new MetRule())) with { Bands = [] }, Facts(("X", new FlagFact(true)))).Grade);

    [Fact]
    public void Veto_LowestGrade_KeepsTheFigureAndTakesTheGrade()
    {
        var result = Vetoed("V1");

        Assert.Equal((95m, 95m, "fail"), (result.Sum, result.Total, result.Grade));
        Assert.Equal(["V1"], result.Vetoes);
    }

    [Fact]
    public void Veto_ScoreZero_TakesTheFigureToo()
    {
        var result = Vetoed("V2");

        Assert.Equal((95m, 0m, "fail"), (result.Sum, result.Total, result.Grade));
    }

    [Fact]
    public void Vetoes_Both_ZeroWinsAndBothAreListed()
    {
        var result = Vetoed("V1", "V2");

        Assert.Equal(0m, result.Total);
        Assert.Equal(["V1", "V2"], result.Vetoes);
    }

    [Fact]
    public void Veto_None_ChangesNothing() => Assert.Equal((95m, "excellent"), (Vetoed().Total, Vetoed().Grade));

    [Theory]
    [InlineData(1, 1, 98)]
    [InlineData(3, 1, 102)]
    [InlineData(9, 9, 105)]
    public void Bonus_IsAddedOnTopUpToItsOwnAndTheCommonCap(int first, int second, int total)
    {
        // On 95: items of 2 each (at most 8) and 1 each (at most 4), together at most 10: 2 + 1 = 3; 6 + 1 = 7; 8 + 4 = 12 → 10.
        var template = Rated() with { Bonuses = [new("B1", "加分一", 8m, new BonusRule(2m)), new("B2", "加分二", 4m, new BonusRule(1m))], BonusCap = 10m };

        Assert.Equal(total, Scorer.Score(template, Facts(("X", Actual(95m)), ("B1", N(first)), ("B2", N(second)))).Total);
    }

    [Fact]
    public void Working_OfARatio_IsWhatIsKeyedIn()
    {
        var step = Assert.Single(Scorer.Score(Template(Leaf("X", 5m, new RatioRule(50m))), Facts(("X", Actual(46m)))).Nodes[0].Working);

        Assert.Equal(new Step("ratio", "min(46 ÷ 50, 1) × 5", 4.6m), step);
    }

    private static ScoreResult Vetoed(params string[] vetoes) => Scorer.Score(Rated() with { Vetoes = [Forged, Banned] }, Facts(("X", Actual(95m))) with { Vetoes = vetoes.ToHashSet() });

    private static Template Rated() => Template(Leaf("X", 100m, new RatioRule(100m)));
}
