using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>Every rule kind of facts.md 2.5 on facts, and the two that case 1 adds: met, each.</summary>
public class RuleKindTests
{
    private static readonly LevelRule Levels = new([new(4m, "全面"), new(2m, "一般"), new(0m, "没有")]) { By = Supplier.Fact };
    private static readonly LookupRule Certificate = new([new("senior", 30m, "高级"), new("middle", 20m, "中级"), new("assistant", 10m, "助理")], Else: 0m);

    // 3 ≤ y < 6: 10; y ≥ 6: 30 (case 1, 督导人员).
    private static readonly StepRule Experience = new([new(30m, From: 6m), new(10m, From: 3m, Below: 6m)], Else: 0m, Unit: "年");

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    [InlineData(0)]
    public void Level_ChosenLevel_GivesItsPoints(int level) => Assert.Equal(level, Points(4m, Levels, N(level)));

    [Fact]
    public void Level_BetweenTwoLevels_IsRefused() => Assert.Equal("LevelUnknown", Refusal(4m, Levels, N(3m)));

    [Fact]
    public void Sum_PartsBelowTheCap_AreAdded() =>
        // 党建 of case 1: in the charter 30 + branch founded 30 + honoured 40; the last not met: 60.
        Assert.Equal(60m, Scorer.Score(Template(Leaf("X", 100m, PartyBuilding)), Facts(("X/charter", new FlagFact(true)), ("X/branch", new FlagFact(true)), ("X/honoured", new FlagFact(false)))).Total);

    [Fact]
    public void Sum_PartsBeyondTheCap_AreCutOff()
    {
        // 履约评价 of case 1: 优 50 each, 良 25 each, cap 100. Two 优 and one 良: 100 + 25 = 125 → 100.
        var rule = new SumRule([Part("excellent", 100m, new EachRule(50m)), Part("good", 100m, new EachRule(25m))]);

        Assert.Equal(100m, Scorer.Score(Template(Leaf("X", 100m, rule)), Facts(("X/excellent", N(2m)), ("X/good", N(1m)))).Total);
    }

    [Fact]
    public void Sum_NestedInASum_CapsInnerAndOuter()
    {
        // Inner: 3 × 10 = 30, capped at 20; outer: 20 + 5 = 25, capped at 22.
        var rule = new SumRule([Part("inner", 20m, new SumRule([Part("a", 30m, new EachRule(10m))])), Part("b", 5m, new MetRule())]);

        Assert.Equal(22m, Scorer.Score(Template(Leaf("X", 22m, rule)), Facts(("X/inner/a", N(3m)), ("X/b", new FlagFact(true)))).Total);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 0)]
    public void Met_Condition_GivesAllOrNothing(bool met, int points) => Assert.Equal(points, Points(5m, new MetRule(), new FlagFact(met)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 60)]
    [InlineData(5, 100)]
    [InlineData(6, 100)]
    public void Each_Counted_GivesPointsUpToTheFullMark(int count, int points) => Assert.Equal(points, Points(100m, new EachRule(20m), N(count)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(46, "4.6")]
    [InlineData(50, 5)]
    [InlineData(65, 5)]
    public void Ratio_Achieved_GivesItsShareUpToTheFullMark(int actual, decimal points) => Assert.Equal(points, Points(5m, new RatioRule(50m), Actual(actual)));

    [Fact]
    public void Ratio_TargetOfTheContract_ComesWithTheFact() => Assert.Equal(4.6m, Points(5m, new RatioRule(null), Actual(46m, target: 50m)));

    [Fact]
    public void Ratio_CapBelowOne_HoldsTheScoreDown() =>
        // min(48 ÷ 50, 0.8) × 5 = 0.8 × 5 = 4.00.
        Assert.Equal(4m, Points(5m, new RatioRule(50m, Cap: 0.8m), Actual(48m)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(20, 10)]
    [InlineData(25, 8)]
    [InlineData(40, 5)]
    public void InverseRatio_Used_GivesTargetOverActual(int actual, int points) =>
        // Turnover of at most 20 %, 10 points: 20 ÷ 25 × 10 = 8; 20 ÷ 40 × 10 = 5.
        Assert.Equal(points, Points(10m, new InverseRatioRule(20m), Actual(actual)));

    [Theory]
    [InlineData("2.99", 0)]
    [InlineData(3, 10)]
    [InlineData("5.99", 10)]
    [InlineData(6, 30)]
    [InlineData(40, 30)]
    public void Step_Value_GivesThePointsOfItsRange(decimal years, int points) => Assert.Equal(points, Points(30m, Experience, N(years)));

    [Theory]
    [InlineData(60, 0)]
    [InlineData("60.01", 3)]
    [InlineData(80, 3)]
    [InlineData("80.01", 5)]
    public void Step_AboveAndTo_ExcludeTheLowerAndIncludeTheUpperEnd(decimal value, int points) =>
        Assert.Equal(points, Points(5m, new StepRule([new(5m, Above: 80m), new(3m, Above: 60m, To: 80m)], Else: 0m, Unit: null), N(value)));

    [Theory]
    [InlineData("senior", 30)]
    [InlineData("middle", 20)]
    [InlineData("assistant", 10)]
    [InlineData("none", 0)]
    public void Lookup_Category_GivesItsPointsOrElse(string key, int points) => Assert.Equal(points, Points(30m, Certificate, new CategoryFact(key)));

    [Theory]
    [InlineData("4", 60)]
    [InlineData("3", 50)]
    [InlineData("2", 40)]
    [InlineData("1", 20)]
    [InlineData("0", 0)]
    public void Lookup_Count_GivesWhatTheTenderPrints(string met, int points) =>
        Assert.Equal(points, Points(60m, new LookupRule([new("4", 60m, "4"), new("3", 50m, "3"), new("2", 40m, "2"), new("1", 20m, "1")], Else: 0m), new CategoryFact(met)));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 4)]
    [InlineData(5, 0)]
    [InlineData(9, 0)]
    public void Deduct_Breaches_TakePointsDownToZero(int count, int points) => Assert.Equal(points, Points(10m, new DeductRule(2m, null), new DeductFact(count, Zero: false)));

    [Fact]
    public void Deduct_BreachThatTakesAll_GivesZero() => Assert.Equal(0m, Points(10m, new DeductRule(2m, "违规电器"), new DeductFact(0m, Zero: true)));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 8)]
    [InlineData(7, 10)]
    public void Bonus_Counted_GivesUnitsUpToItsMaximum(int count, int points) => Assert.Equal(points, Points(10m, new BonusRule(2m), N(count)));

    [Fact]
    public void LowestPrice_Lowest_GivesTheFullMark() => Assert.Equal(10m, Points(10m, new LowestPriceRule(), new ComparedFact(2_300_000m, 2_300_000m)));

    [Fact]
    public void Hours_Most_GivesTheFullMark() => Assert.Equal(10m, Points(10m, new HoursRule(), new ComparedFact(36_000m, 36_000m)));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 50)]
    [InlineData(5, 50)]
    [InlineData(6, 0)]
    public void Rank_Place_GivesThePointsOfThePlace(int place, int points) =>
        // facts.md 1.4 (S43): best rank 100, ranks 2–5 50, else 0.
        Assert.Equal(points, Points(100m, new RankRule([100m, 50m, 50m, 50m, 50m], Else: 0m), N(place)));

    [Fact]
    public void Survey_Likert_MapsOneToFiveOnZeroToFull()
    {
        // 2 × 3 + 8 × 5 = 46 of 10 answers: mean 4.6; (4.6 − 1) ÷ 4 × 10 = 9.00.
        Assert.Equal(9m, Points(10m, new SurveyRule(SurveyForm.Likert), new LikertFact([0, 0, 2, 0, 8])));
        Assert.Equal(0m, Points(10m, new SurveyRule(SurveyForm.Likert), new LikertFact([7, 0, 0, 0, 0])));
        Assert.Equal(10m, Points(10m, new SurveyRule(SurveyForm.Likert), new LikertFact([0, 0, 0, 0, 7])));
    }

    [Fact]
    public void Survey_ValidShare_IsValidOverAsked() =>
        // 48 ÷ 60 × 5 = 4.00.
        Assert.Equal(4m, Points(5m, new SurveyRule(SurveyForm.ValidShare), new ValidShareFact(48, 60)));

    private static SumRule PartyBuilding => new([Part("charter", 30m, new MetRule()), Part("branch", 30m, new MetRule()), Part("honoured", 40m, new MetRule())]);
}
