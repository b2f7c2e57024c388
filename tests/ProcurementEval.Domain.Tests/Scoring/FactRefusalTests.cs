using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>What a fact or a judgement may not be; every fault has a place and a code.</summary>
public class FactRefusalTests
{
    public static TheoryData<Rule, Fact, string> Impossible() => new()
    {
        { new EachRule(20m), N(-1m), "FactNegative" },
        { new BonusRule(2m), N(-1m), "FactNegative" },
        { new RatioRule(50m), Actual(-0.01m), "FactNegative" },
        { new StepRule([new(5m, To: 10m)], 0m, "%"), N(-0.01m), "FactNegative" },
        { new StepRule([new(5m, Above: 0m)], 0m, "day"), N(-1m), "FactNegative" },
        { new RatioRule(null), Actual(5m), "TargetMissing" },
        { new RatioRule(null), Actual(5m, target: 0m), "TargetNotPositive" },
        { new InverseRatioRule(null), Actual(5m, target: -1m), "TargetNotPositive" },
        { new InverseRatioRule(20m), Actual(-5m), "FactNegative" },
        { new DeductRule(2m, null), new DeductFact(-1m, Zero: false), "FactNegative" },
        { new LookupRule([new("a", 1m, "a")], 0m), new CategoryFact(" "), "FactMissing" },
        { new LowestPriceRule(), new ComparedFact(0m, 1m), "FactNotPositive" },
        { new LowestPriceRule(), new ComparedFact(1m, 0m), "FactNotPositive" },
        { new HoursRule(), new ComparedFact(-1m, 1m), "FactNotPositive" },
        { new RankRule([5m], 0m), N(0m), "RankInvalid" },
        { new RankRule([5m], 0m), N(1.5m), "RankInvalid" },
        { new SurveyRule(SurveyForm.Likert), new LikertFact([1, 2, 3, 4]), "AnswersInvalid" },
        { new SurveyRule(SurveyForm.Likert), new LikertFact([0, 0, 0, 0, 0]), "AnswersInvalid" },
        { new SurveyRule(SurveyForm.Likert), new LikertFact([0, 0, -1, 0, 5]), "AnswersInvalid" },
        { new SurveyRule(SurveyForm.ValidShare), new ValidShareFact(61, 60), "AnswersInvalid" },
        { new SurveyRule(SurveyForm.ValidShare), new ValidShareFact(0, 0), "AnswersInvalid" },
        { new MetRule(), N(1m), "FactOfWrongKind" },
        { new SurveyRule(SurveyForm.Likert), new ValidShareFact(1, 2), "FactOfWrongKind" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Fact_Impossible_IsRefusedByCode(Rule rule, Fact fact, string code) => Assert.Equal(code, Refusal(5m, rule, fact));

    // A change against last year may be a fall, where the ranges say so.
    [Fact]
    public void Step_NegativeWhereARangeCoversIt_IsTaken()
    {
        var template = Template(Leaf("X", 5m, new StepRule([new(5m, From: 0m), new(3m, From: -10m, Below: 0m)], 0m, "%")));

        Assert.Empty(ScoreCheck.Faults(template, Facts(("X", N(-10m)))));
        Assert.Equal(3m, Scorer.Score(template, Facts(("X", N(-10m)))).Total);
        Assert.Equal(0m, Scorer.Score(template, Facts(("X", N(-10.01m)))).Total);
    }

    [Fact]
    public void Ratio_FactBringsATargetWhereTheTemplateHasOne_IsRefused() => Assert.Equal("TargetFixed", Refusal(5m, new RatioRule(50m), Actual(40m, target: 40m)));

    [Fact]
    public void Facts_MissingAndUnknown_AreEachNamed()
    {
        var faults = ScoreCheck.Faults(Template(Leaf("X", 5m, new MetRule())), Facts(("Y", new FlagFact(true))));

        Assert.Equal([("facts/X", "FactMissing"), ("facts/Y", "FactUnknown")], faults.Select(f => (f.Path, f.Code)));
    }

    [Theory]
    [InlineData("-0.01", "PointsOutOfRange")]
    [InlineData("10.01", "PointsOutOfRange")]
    [InlineData("7.125", "PointsTooFine")]
    public void Judgement_OutOfRangeOrTooFine_IsRefused(decimal points, string code) => Assert.Equal(code, Assert.Single(Judging(new Judgement(points, "说明"))).Code);

    [Theory]
    [InlineData("5.99", null, "CommentMissing")]
    [InlineData("5.99", "证据不足", null)]
    [InlineData(6, null, null)]
    public void Judgement_BelowSixtyPerCent_NeedsAComment(decimal points, string? comment, string? code) =>
        Assert.Equal(code, Judging(new Judgement(points, comment)).SingleOrDefault()?.Code);

    [Fact]
    public void Assessors_Twice_Unknown_MissingAndStray_AreEachNamed()
    {
        var template = Template(Leaf("X", 10m, Judged()));
        var faults = ScoreCheck.Faults(template, Facts() with { Assessors = [Assessor("a", ("X", 8m)), Assessor("a", ("X", 8m)), Assessor("b", ("Z", 8m)), Of("c", "stranger", ("X", 8m))] });

        Assert.Equal(
            [("assessors/a", "AssessorTwice"), ("assessors/c", "RaterUnknown"), ("assessors/b/X", "JudgementMissing"), ("assessors/b/Z", "JudgementUnknown")],
            faults.Select(f => (f.Path, f.Code)));
    }

    [Fact]
    public void Item_ThatNobodyJudges_IsNamed() =>
        Assert.Equal(("assessors/X", "NobodyJudges"), ScoreCheck.Faults(Template(Leaf("X", 10m, Judged())), Facts()).Select(f => (f.Path, f.Code)).Single());

    [Fact]
    public void Veto_Unknown_IsNamed() =>
        Assert.Equal("VetoUnknown", Assert.Single(ScoreCheck.Faults(Template(Leaf("X", 10m, new MetRule())), Facts(("X", new FlagFact(true))) with { Vetoes = new HashSet<string> { "V9" } })).Code);

    private static IReadOnlyList<Domain.Measures.Fault> Judging(Judgement judgement) =>
        ScoreCheck.Faults(Template(Leaf("X", 10m, Judged())), Facts() with { Assessors = [new Assessor("a", "panel", new Dictionary<string, Judgement> { ["X"] = judgement })] });
}
