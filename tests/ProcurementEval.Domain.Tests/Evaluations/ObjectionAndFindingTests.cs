using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Evaluations;

public class ObjectionAndFindingTests
{
    private static readonly DateOnly AnswerBy = new(2025, 11, 14);

    [Fact]
    public void File_OnTheLastDay_IsTakenAndTheDayAfterIsNot()
    {
        Assert.Equal(ObjectionStage.Filed, File(Published(), "2025-10-31").Stage);
        Assert.Equal([new Unmet("ObjectionWindowOver", Until)], Unmet(() => File(Published(), "2025-11-01")));
    }

    [Fact]
    public void File_BeforePublicationOrAfterFixing_IsRefused()
    {
        Assert.Equal([new Unmet("NotInThisStage", "objection", "File", "Open")], Unmet(() => File(Signed(), "2025-10-20")));
        Assert.Equal([new Unmet("NotInThisStage", "objection", "File", "Fixed")], Unmet(() => File(Fixed(), "2025-10-31")));
    }

    [Fact]
    public void File_WithoutAReason_IsRefusedAndNothingIsOpen()
    {
        var evaluation = Published();

        Assert.Equal([new Unmet("ReasonMissing")], Unmet(() => Objection.File(Id(5), evaluation, " ", AnswerBy, At("2025-10-25"))));
        Assert.Equal(0, evaluation.OpenObjections);
    }

    [Fact]
    public void Decide_WithoutAnAnswer_IsRefused()
    {
        var objection = File(Published(), "2025-10-25");

        Assert.Equal([new Unmet("AnswerMissing")], Unmet(() => objection.Dismiss("", At("2025-10-28"), Leader)));
        Assert.Equal(1, objection.Evaluation.OpenObjections);
    }

    [Fact]
    public void Decide_Twice_IsRefused()
    {
        var objection = File(Published(), "2025-10-25");
        objection.Dismiss("维持", At("2025-10-28"), Leader);

        Assert.Equal([new Unmet("NotInThisStage", "objection", "Uphold", "Dismissed")], Unmet(() => objection.Uphold("成立", At("2025-10-29"), Leader)));
        Assert.False(objection.Evaluation.ObjectionUpheld);
    }

    [Fact]
    public void Withdraw_ClosesItWithoutUpholding()
    {
        var objection = File(Published(), "2025-10-25");
        objection.Withdraw(At("2025-10-28"), Actor.Person("agency"));

        Assert.Equal((ObjectionStage.Withdrawn, 0, false), (objection.Stage, objection.Evaluation.OpenObjections, objection.Evaluation.ObjectionUpheld));
    }

    [Fact]
    public void Finding_RepliedRejectedRepliedVerified_GoesRound()
    {
        var finding = NewFinding();
        finding.Reply("已补", At("2025-10-28"), Leader);
        finding.Reject("仍缺", At("2025-10-29"), Leader);
        finding.Reply("补齐", At("2025-10-30"), Leader);
        finding.Verify(At("2025-10-31"), Leader);

        Assert.Equal(["Reply", "Reject", "Reply", "Verify"], finding.Transitions.Take().Select(t => t.Trigger));
        Assert.Equal((FindingStage.Verified, "补齐"), (finding.Stage, finding.ReplyText));
    }

    [Fact]
    public void Finding_EmptyReplyOrVerifiedUnreplied_IsRefused()
    {
        Assert.Equal([new Unmet("ReplyMissing")], Unmet(() => NewFinding().Reply(" ", At("2025-10-28"), Leader)));
        Assert.Equal([new Unmet("NotInThisStage", "finding", "Verify", "Issued")], Unmet(() => NewFinding().Verify(At("2025-10-28"), Leader)));
    }

    private static Objection File(Evaluation evaluation, string day) => Objection.File(Id(5), evaluation, "漏计", AnswerBy, At(day));

    private static Finding NewFinding() => new(Id(6), Id(9), Id(1), "X", "记录缺失", new DateOnly(2025, 11, 30));
}
