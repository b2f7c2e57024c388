using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.WorkedNumbers;

/// <summary>The worked numbers of facts.md 11, line by line.</summary>
public class FactsTests
{
    [Fact]
    public void Price_Lowest2300000Bid2400000Weight10_Is9_58() =>
        // 2,300,000 ÷ 2,400,000 × 10 = 9.58333… → 9.58; marked out of 100: 95.83, × 10 ÷ 100 = 9.583 → 9.58.
        Assert.Equal([9.58m, 9.58m], [Points(10m, new LowestPriceRule(), Compared), Scorer.Score(Template(Leaf("X", 10m, new LowestPriceRule()) with { MarkedOutOf = 100m }), Facts(("X", Compared))).Total]);

    [Fact]
    public void Hours_Most36000Bid35244Weight10_Is9_79() =>
        // 35,244 ÷ 36,000 × 10 = 9.79 exactly.
        Assert.Equal(9.79m, Points(10m, new HoursRule(), new ComparedFact(35_244m, 36_000m)));

    [Fact]
    public void ThreeClasses_630_180_85_Are895Of1000AndGood()
    {
        // 630 + 180 + 85 = 895; × 0.1 = 89.5, in half-open bands 良好.
        var result = ThreeClasses();

        Assert.Equal((895m, "good"), (result.Total, result.Grade));
        Assert.Equal("good", Grading.BandOf(Bands, result.Total * 0.1m, lowest: false)!.Grade);
    }

    [Fact]
    public void ThreeClasses_WithFinanceVeto_AreFail()
    {
        var result = ThreeClasses("finance");

        Assert.Equal((895m, "fail"), (result.Total, result.Grade));
    }

    [Theory]
    [InlineData(46, "4.60")]
    [InlineData(65, "5.00")]
    public void Quantity_Of50Cases5Points_IsItsShareCapped(int cases, decimal points) => Assert.Equal(points, Points(5m, new RatioRule(50m), Actual(cases)));

    [Fact]
    public void Awareness_48Of60Valid_Is80PerCent() => Assert.Equal(80m, Points(100m, new SurveyRule(SurveyForm.ValidShare), new ValidShareFact(48, 60)));

    [Fact]
    public void Likert_Mean4_2On10Points_Is8() =>
        // Four answers of 4 and one of 5: 21 ÷ 5 = 4.2; (4.2 − 1) ÷ 4 × 10 = 8.00.
        Assert.Equal(8m, Points(10m, new SurveyRule(SurveyForm.Likert), new LikertFact([0, 0, 0, 4, 1])));

    [Fact]
    public void Overdue_1320000For15Days_Costs9900()
    {
        // 1,320,000 × 0.0005 × 15 = 9,900.
        var interest = LateInterest.Of(Money.FromYuan(1_320_000m), new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 16), InterestBasis.SmeRule);

        Assert.Equal((15, Money.FromYuan(9_900m)), (interest.Days, interest.Amount));
    }

    [Fact]
    public void Instalments_Of2400000At55_40_5_Are1320000_960000_120000() =>
        Assert.Equal([1_320_000m, 960_000m, 120_000m], Instalments.Split(Money.FromYuan(2_400_000m), [Share.FromPercent(55m), Share.FromPercent(40m), Share.FromPercent(5m)]).Select(m => m.Yuan));

    [Fact]
    public void TrimmedMean_80_85_88_90_99_Is87_67AndMean88_4()
    {
        // Without 80 and 99: (85 + 88 + 90) ÷ 3 = 87.666… → 87.67; all: 442 ÷ 5 = 88.40.
        Assert.Equal(87.67m, Of(Combination.TrimmedMean));
        Assert.Equal(88.4m, Of(Combination.Mean));

        static decimal Of(Combination combination) => Scorer.Score(Template(Leaf("X", 100m, Judged())), Facts() with { Assessors = Giving("X", 80m, 85m, 88m, 90m, 99m), Combination = combination }).Total;
    }

    [Fact]
    public void HoursPerWorker_35244For20_Are1762_2()
    {
        // A worker who serves a twentieth of the yearly minimum fills his target exactly; an hour less does not: 1,761.2 ÷ 1,762.2 × 100 = 99.943… → 99.94.
        Assert.Equal(1_762.2m, Published.Round(35_244m / 20));
        Assert.Equal(100m, Points(100m, new RatioRule(1_762.2m), Actual(1_762.2m)));
        Assert.Equal(99.94m, Points(100m, new RatioRule(1_762.2m), Actual(1_761.2m)));
    }

    private static readonly ComparedFact Compared = new(2_400_000m, 2_300_000m);

    private static ScoreResult ThreeClasses(params string[] vetoes) => Scorer.Score(
        Template(Leaf("P", 700m, new RatioRule(700m)), Leaf("Q", 200m, new RatioRule(200m)), Leaf("S", 100m, new RatioRule(100m))) with
        {
            Bands = [.. Bands.Select(b => b with { From = b.From * 10m, Below = b.Below * 10m })],
            Vetoes = [new Veto("finance", "财务审查", VetoConsequence.LowestGrade) { Conditions = [new("fraud", "查实")] }],
        },
        Facts(("P", Actual(630m)), ("Q", Actual(180m)), ("S", Actual(85m))) with { Vetoes = vetoes.ToHashSet() });
}
