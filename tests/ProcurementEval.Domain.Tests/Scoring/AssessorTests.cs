using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>How several assessors' judgements become one score.</summary>
public class AssessorTests
{
    [Fact]
    public void Judgements_OfThree_AreAveragedAndPublishedOnce() =>
        // (8 + 9 + 9) ÷ 3 = 8.666… → 8.67.
        Assert.Equal(8.67m, Judging(Combination.Mean, 8m, 9m, 9m).Total);

    [Fact]
    public void Levels_OfTwo_AreAveraged()
    {
        var template = Template(Leaf("X", 4m, new LevelRule([new(4m, "优"), new(3m, "良"), new(0m, "差")])));

        // (4 + 3) ÷ 2 = 3.50.
        Assert.Equal(3.5m, Scorer.Score(template, Facts() with { Assessors = Giving("X", 4m, 3m) }).Total);
    }

    [Fact]
    public void TrimmedMean_OfFive_DropsOneHighestAndOneLowest() =>
        // 1, 8, 8.5, 9, 10 without 1 and 10: 25.5 ÷ 3 = 8.50.
        Assert.Equal(8.5m, Judging(Combination.TrimmedMean, 10m, 8m, 1m, 9m, 8.5m).Total);

    [Fact]
    public void TrimmedMean_OfFour_IsTheMean() =>
        // (1 + 8 + 9 + 10) ÷ 4 = 7.00.
        Assert.Equal(7m, Judging(Combination.TrimmedMean, 1m, 8m, 9m, 10m).Total);

    [Fact]
    public void TrimmedMean_SaysInTheWorkingWhichWasUsed()
    {
        Assert.Contains(Judging(Combination.TrimmedMean, 1m, 8m, 8.5m, 9m, 10m).Nodes[0].Working, s => s.Code == "trimmed-mean" && s.Calculation == "(8 + 8.5 + 9) ÷ 3");
        Assert.Contains(Judging(Combination.TrimmedMean, 1m, 8m, 9m, 10m).Nodes[0].Working, s => s.Code == "mean");
    }

    [Fact]
    public void ByAssessor_ListsEachOnesOwnView() =>
        Assert.Equal(new Dictionary<string, decimal> { ["a"] = 8m, ["b"] = 9m }, Judging(Combination.Mean, 8m, 9m).Nodes[0].ByAssessor);

    [Fact]
    public void FactAndJudgement_InOneFactor_AddTheFactToEachMembersJudgement()
    {
        // 服务计划 of case 1: 3 of 4 points met → 50 for all members; five members judge 优 40, 良 20, 良 20, 优 40, 中 10:
        // views 90, 70, 70, 90, 60; mean 380 ÷ 5 = 76.00; × 10 ÷ 100 = 7.60.
        var result = Scorer.Score(Template(ServicePlan), Facts(("T08/points", new CategoryFact("3"))) with { Assessors = Giving("T08/judgement", 40m, 20m, 20m, 40m, 10m) });

        Assert.Equal(76m, result.Nodes[0].Marked);
        Assert.Equal(7.6m, result.Total);
        Assert.Equal([90m, 70m, 70m, 90m, 60m], result.Nodes[0].ByAssessor.OrderBy(v => v.Key).Select(v => v.Value));
    }

    [Fact]
    public void FactAndJudgement_CapIsAppliedToEachMembersView()
    {
        // Capped at 80: views min(60 + 40, 80) = 80 and 60 + 10 = 70; mean 75.00, not min(85, 80) = 80.
        var factor = Leaf("X", 80m, new SumRule([Part("met", 60m, new MetRule()), Part("judged", 40m, Judged())]));

        Assert.Equal(75m, Scorer.Score(Template(factor), Facts(("X/met", new FlagFact(true))) with { Assessors = Giving("X/judged", 40m, 10m) }).Total);
    }

    [Fact]
    public void Raters_OfOneClass_JudgeOnlyTheirOwnItems()
    {
        // Third party: (7 + 9) ÷ 2 = 8.00; purchaser alone: 4.00.
        var template = Template(Leaf("P", 10m, Judged(), rater: "third-party"), Leaf("Q", 5m, Judged(), rater: "purchaser")) with { Raters = [new("third-party", "第三方"), new("purchaser", "购买方")] };
        var result = Scorer.Score(template, Facts() with { Assessors = [Of("a", "third-party", ("P", 7m)), Of("b", "third-party", ("P", 9m)), Of("c", "purchaser", ("Q", 4m))] });

        Assert.Equal([8m, 4m], result.Nodes.Select(n => n.Score));
    }

    [Fact]
    public void Rater_OfAGroup_IsInheritedByItsItems()
    {
        var template = Template(Group("G", 10m, Leaf("P", 10m, Judged())) with { Rater = "purchaser" }) with { Raters = [new("third-party", "第三方"), new("purchaser", "购买方")] };

        Assert.Equal(6m, Scorer.Score(template, Facts() with { Assessors = [Of("c", "purchaser", ("P", 6m))] }).Total);
    }

    private static Indicator ServicePlan => Leaf("T08", 10m, new SumRule(
    [
        Part("points", 60m, new LookupRule([new("4", 60m, "4"), new("3", 50m, "3"), new("2", 40m, "2"), new("1", 20m, "1")], Else: 0m)),
        Part("judgement", 40m, new LevelRule([new(40m, "优"), new(20m, "良"), new(10m, "中"), new(0m, "差")])),
    ])) with { MarkedOutOf = 100m };

    private static ScoreResult Judging(Combination combination, params decimal[] points) =>
        Scorer.Score(Template(Leaf("X", 10m, Judged())), Facts() with { Assessors = Giving("X", points), Combination = combination });
}
