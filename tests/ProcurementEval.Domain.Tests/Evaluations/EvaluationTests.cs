using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Evaluations;

public class EvaluationTests
{
    [Fact]
    public void Open_TooFewAssessors_NamesTheQuorum()
    {
        var evaluation = Planned(quorum: 3);
        evaluation.Assign("a", "panel", isExpert: true);

        Assert.Equal([new Unmet("QuorumMissing", 3, 1)], Unmet(() => evaluation.Open(At("2025-10-01"), Leader)));
    }

    [Fact]
    public void Open_OneClassOfRatersTooSmall_NamesTheSmallest()
    {
        // Three of one class and one of the other: the quorum of two is asked of each.
        var evaluation = Planned(quorum: 2);
        evaluation.Assign("a", "third-party", isExpert: true);
        evaluation.Assign("b", "third-party", isExpert: true);
        evaluation.Assign("c", "third-party", isExpert: true);
        evaluation.Assign("d", "purchaser", isExpert: false);

        Assert.Equal([new Unmet("QuorumMissing", 2, 1)], Unmet(() => evaluation.Open(At("2025-10-01"), Leader)));
    }

    [Fact]
    public void Assign_Twice_IsRefused() =>
        Assert.Equal([new Unmet("AssessorAssigned", "a")], Unmet(() => Assigned().Assign("a", "panel", isExpert: true)));

    // One of two recuses himself: without a third the quorum of two cannot be reached any more.
    [Fact]
    public void Assign_WhileSheetsAreFilled_TakesThePlaceOfOneWhoRecusedHimself()
    {
        var evaluation = Opened();
        evaluation.AnswerRecusal("a", RecusalGround.None, Id(51), At("2025-10-02"));
        evaluation.AnswerRecusal("b", RecusalGround.Employment, Id(52), At("2025-10-02"));
        Assert.Contains(new Unmet("QuorumMissing", 2, 1), Unmet(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader)));

        evaluation.Assign("c", "panel", isExpert: true);
        evaluation.AnswerRecusal("c", RecusalGround.None, Id(53), At("2025-10-03"));

        Assert.Equal(["a", "c"], evaluation.Sheets.Select(s => s.Assessor));
        Assert.DoesNotContain(Unmet(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader)), u => u.Code == "QuorumMissing");
    }

    [Fact]
    public void Consolidate_RecusalsOpen_CountsThem()
    {
        var unmet = Unmet(() => Opened().Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader));

        Assert.Equal([new Unmet("RecusalsOpen", 2), new Unmet("QuorumMissing", 2, 0)], unmet);
    }

    [Fact]
    public void Consolidate_OneRecused_LacksTheQuorumAndHisSheetDoesNotExist()
    {
        var evaluation = Opened();
        evaluation.AnswerRecusal("a", RecusalGround.None, Id(2), At("2025-10-02"));
        evaluation.AnswerRecusal("b", RecusalGround.Kinship, Id(3), At("2025-10-02"));
        Sign(evaluation, 90m);

        Assert.Equal(["a"], evaluation.Sheets.Select(s => s.Assessor));
        Assert.Equal([new Unmet("QuorumMissing", 2, 1)], Unmet(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader)));
    }

    [Fact]
    public void AnswerRecusal_TwiceOrByAStranger_IsRefused()
    {
        Assert.Equal([new Unmet("RecusalAnswered", "a")], Unmet(() => Seated().AnswerRecusal("a", RecusalGround.None, Id(4), At("2025-10-03"))));
        Assert.Equal([new Unmet("AssessorNotAssigned", "z")], Unmet(() => Seated().AnswerRecusal("z", RecusalGround.None, Id(4), At("2025-10-03"))));
    }

    [Fact]
    public void Consolidate_SheetsUnsigned_CountsThem() =>
        Assert.Equal([new Unmet("SheetsUnsigned", 2)], Unmet(() => Seated().Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader)));

    [Fact]
    public void Consolidate_Signed_SetsTotalAndGradeAndRecordsOneStep()
    {
        var evaluation = Signed(points: 79.99m);
        evaluation.Transitions.Take();

        var result = evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader);

        Assert.Equal((79.99m, "pass"), (evaluation.Total, evaluation.Grade));
        Assert.Equal(evaluation.Total, result.Total);
        Assert.Equal(["Consolidate: Open → Consolidated"], evaluation.Transitions.Take().Select(t => $"{t.Trigger}: {t.From} → {t.To}"));
    }

    [Fact]
    public void Consolidate_ScoreAboveTheMaximum_ChangesNothing()
    {
        var evaluation = Signed(points: 100.01m);

        Assert.Throws<ScoreInputException>(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader));
        Assert.Equal((EvaluationStage.Open, null), (evaluation.Stage, evaluation.Total));
    }

    [Fact]
    public void SetFacts_AfterASignature_VoidsItAndAsksForItAnew()
    {
        var evaluation = Signed();
        evaluation.SetFacts(new Dictionary<string, Fact>(), []);

        Assert.All(evaluation.Sheets, s => Assert.False(s.IsSigned));
        Assert.Equal([new Unmet("SheetsUnsigned", 2)], Unmet(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader)));
        Assert.Equal([new Unmet("FactsNotConfirmed")], Unmet(() => evaluation.Sheets[0].Sign(["X"], evaluation.FactsRevision, At("2025-10-20"))));
    }

    [Fact]
    public void SetFacts_AfterConsolidation_IsRefused() =>
        Assert.Equal([new Unmet("NotInThisStage", "evaluation", "SetFacts", "Published")], Unmet(() => Published().SetFacts(new Dictionary<string, Fact>(), [])));

    [Fact]
    public void Fix_OnTheLastDayOfTheWindow_IsTooEarlyAndTheDayAfterIsNot()
    {
        var evaluation = Published();

        Assert.Equal([new Unmet("ObjectionPeriodRunning", Until)], Unmet(() => evaluation.Fix(At("2025-10-31"), Leader)));
        evaluation.Fix(At("2025-11-01"), Leader);
        Assert.Equal(EvaluationStage.Fixed, evaluation.Stage);
    }

    [Fact]
    public void Fix_ObjectionOpen_WaitsForItsAnswer()
    {
        var evaluation = Published();
        var objection = Objection.File(Id(5), evaluation, "漏计", new DateOnly(2025, 11, 14), At("2025-10-31"));

        Assert.Equal([new Unmet("ObjectionsOpen", 1)], Unmet(() => evaluation.Fix(At("2025-11-05"), Leader)));
        objection.Dismiss("维持", At("2025-11-10"), Leader);
        evaluation.Fix(At("2025-11-10"), Leader);
        Assert.Equal(EvaluationStage.Fixed, evaluation.Stage);
    }

    [Fact]
    public void Reopen_WithoutAnUpheldObjection_IsRefused() => Assert.Equal([new Unmet("NoObjectionUpheld")], Unmet(() => Published().Reopen(At("2025-11-05"), Leader, "复核")));

    [Fact]
    public void Upheld_ResultCannotBeFixed_OnlyReopenedAndSignedAnew()
    {
        var evaluation = Published();
        Objection.File(Id(5), evaluation, "漏计", new DateOnly(2025, 11, 14), At("2025-10-25")).Uphold("成立", At("2025-10-28"), Leader);

        Assert.Equal([new Unmet("UpheldNotReopened")], Unmet(() => evaluation.Fix(At("2025-11-05"), Leader)));
        evaluation.Reopen(At("2025-11-05"), Leader, "复核");
        Assert.Equal((EvaluationStage.Open, null, null), (evaluation.Stage, evaluation.Total, evaluation.ObjectionsUntil));
        Assert.Equal([new Unmet("SheetsUnsigned", 2)], Unmet(() => evaluation.Consolidate(Template, Combination.Mean, At("2025-11-06"), Leader)));

        Sign(evaluation, 85m);
        evaluation.Consolidate(Template, Combination.Mean, At("2025-11-06"), Leader);
        Assert.Equal((85m, "good"), (evaluation.Total, evaluation.Grade));
        Assert.Equal([90m, 85m], evaluation.Sheets[0].Scores.Select(s => s.Points));
    }
}
