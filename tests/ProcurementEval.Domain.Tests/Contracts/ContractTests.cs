using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Contracts.Lives;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Contracts;

public class ContractTests
{
    [Fact]
    public void Draft_SplitsTheSumIntoThePlansInstalments()
    {
        // 2,445,000 at 30 / 55 / 15.
        Assert.Equal([(1, 733_500m), (2, 1_344_750m), (3, 366_750m)], Drafted().Instalments.Select(i => (i.Ordinal, i.Planned.Yuan)));
    }

    [Fact]
    public void Draft_NoSum_IsRefused() => Assert.Equal([new Unmet("SumNotPositive", 0m)], Unmet(() => Drafted(sum: 0m)));

    [Fact]
    public void Draft_EndBeforeStart_IsRefused() =>
        Assert.Equal([new Unmet("DatesOutOfOrder", Start, Start)], Unmet(() => Drafted(end: Start)));

    [Fact]
    public void Draft_OneDayLongerThanTheTerm_IsRefusedAndTheLastDayIsNot()
    {
        // Twelve months from 1 November 2024 end with 31 October 2025.
        Assert.Equal([new Unmet("TermTooLong", 12, new DateOnly(2025, 11, 1))], Unmet(() => Drafted(end: new DateOnly(2025, 11, 1))));
        Assert.Equal(End, Drafted(end: End).End);
    }

    [Fact]
    public void Life_OfCase1_GoesThroughEveryStageAndRecordsEachOnce()
    {
        var contract = Settled();
        contract.Close(At("2025-12-31"), Leader);

        Assert.Equal(
            ["Signed", "Delivering", "MidTermRated", "FinalRated", "ResultFixed", "Accepted", "Settled", "Closed"],
            contract.Transitions.Take().Select(t => t.To));
        Assert.Equal(2_445_000m, contract.Balance.Paid.Yuan);
        Assert.True(contract.Balance.AddsUp);
    }

    [Fact]
    public void StartDelivery_BeforeTheFirstDay_IsAhead() => Assert.Equal([new Unmet("StartAhead", Start)], Unmet(() => SignedContract().StartDelivery(At("2024-10-31"), Leader)));

    [Fact]
    public void RecordMidTerm_NonePlannedOrStillOpen_IsRefused()
    {
        Assert.Equal([new Unmet("EvaluationsOpen", 1)], Unmet(() => Delivering().RecordMidTerm(At("2025-03-20"), Leader)));

        var contract = Delivering();
        contract.Plans(Published("mid-term"));
        contract.Plans(Fixed("mid-term"));
        Assert.Equal([new Unmet("EvaluationsOpen", 1)], Unmet(() => contract.RecordMidTerm(At("2025-03-20"), Leader)));
    }

    [Fact]
    public void PublishFinal_WithoutTheMidTerm_IsRefusedWhereThePlanHasOne()
    {
        var contract = Delivering();
        contract.Plans(Published());

        Assert.Equal([new Unmet("MidTermMissing")], Unmet(() => contract.PublishFinal(At("2025-10-21"), Leader)));
    }

    [Fact]
    public void PublishFinal_PlanWithoutMidTerm_GoesStraightFromDelivery()
    {
        var contract = Drafted(kinds: "final");
        contract.Sign(new DateOnly(2024, 10, 25), At("2024-10-25"), Leader);
        contract.StartDelivery(At("2024-11-01"), Leader);
        Assert.Equal([new Unmet("NoMidTermPlanned"), new Unmet("EvaluationsOpen", 1)], Unmet(() => contract.RecordMidTerm(At("2025-03-20"), Leader)));

        contract.Plans(Published());
        contract.PublishFinal(At("2025-10-21"), Leader);
        Assert.Equal(ContractStage.FinalRated, contract.Stage);
    }

    [Fact]
    public void FixResult_WhileAnEvaluationIsNotFixed_IsRefusedAndKeepsNoFigure()
    {
        var contract = FinalRated();

        Assert.Equal([new Unmet("EvaluationsOpen", 1)], Unmet(() => contract.FixResult(90m, "excellent", At("2025-11-01"), Leader)));
        Assert.Null(contract.ResultTotal);
    }

    [Fact]
    public void Accept_WithoutPublishedAcceptance_IsRefused()
    {
        var contract = ResultFixed();
        contract.PrepareAcceptance(Id(50));

        Assert.Equal([new Unmet("AcceptanceMissing")], Unmet(() => contract.Accept(At("2025-11-07"), Leader)));
    }

    [Fact]
    public void Acceptance_WithoutUsersStatementOrResult_IsRefused()
    {
        var early = FinalRated();
        early.PrepareAcceptance(Id(50));
        Assert.Equal([new Unmet("UsersNotInvited")], Unmet(() => early.Acceptance!.InviteUsers(0, At("2025-11-01"), Leader)));
        early.Acceptance!.InviteUsers(1, At("2025-11-01"), Leader);
        Assert.Equal([new Unmet("ResultNotFixed"), new Unmet("StatementMissing")], Unmet(() => early.Acceptance.Confirm(" ", At("2025-11-01"), Leader)));
    }

    [Fact]
    public void Settle_InstalmentsOpen_CountsThem()
    {
        var contract = Accepted();
        InstalmentTests.Pay(contract.Instalments[0]);

        Assert.Equal([new Unmet("InstalmentsOpen", 2)], Unmet(() => contract.Settle(At("2025-12-20"), Leader)));
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("fail")]
    [InlineData(null)]
    public void Renew_GradeThatThePlanDoesNotName_IsRefused(string? grade) =>
        Assert.Equal([new Unmet("GradeNotRenewable", grade ?? string.Empty)], Unmet(() => Settled(grade).Renew(Renewal, At("2025-12-31"), Leader)));

    [Fact]
    public void Renew_OftenerThanThePlanAllows_IsRefused()
    {
        // At most once: the first year's contract may be renewed, the second year's not.
        Settled("good").Renew(Renewal, At("2025-12-31"), Leader);
        Assert.Equal([new Unmet("RenewalsExhausted", 1)], Unmet(() => Settled("good", year: 2).Renew(Renewal, At("2025-12-31"), Leader)));
    }

    [Fact]
    public void Renew_AfterClosing_IsRefused()
    {
        var contract = Settled("good");
        contract.Close(At("2025-12-31"), Leader);

        Assert.Equal([new Unmet("NotInThisStage", "contract", "Renew", "Closed")], Unmet(() => contract.Renew(Renewal, At("2025-12-31"), Leader)));
    }

    [Fact]
    public void Terminate_NeedsAReasonAndStopsEverything()
    {
        var contract = Delivering();
        Assert.Equal([new Unmet("ReasonMissing")], Unmet(() => contract.Terminate(" ", At("2025-03-01"), Leader)));

        contract.Terminate("严重违约", At("2025-03-01"), Leader);
        Assert.False(contract.HasReached(ContractStage.Signed));
        Assert.Equal([new Unmet("ContractNotSigned"), new Unmet("StageNotReached", "Signed")], Unmet(() => InstalmentTests.Release(contract.Instalments[0])));
    }
}
