using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Contracts.Lives;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Contracts;

/// <summary>An instalment from its conditions to its payment.</summary>
public class InstalmentTests
{
    private static readonly Term Limit = new(30, Counting.Calendar);
    private static readonly WorkCalendar Winter = Calendars.China.Calendar with { To = new DateOnly(2026, 3, 31) };

    [Fact]
    public void Release_ContractNotSigned_IsRefused() =>
        Assert.Equal([new Unmet("ContractNotSigned"), new Unmet("StageNotReached", "Signed")], Unmet(() => Release(Drafted().Instalments[0])));

    [Fact]
    public void Release_BySigning_NeedsNothingElse()
    {
        var instalment = SignedContract().Instalments[0];
        Release(instalment, "2024-10-28");

        Assert.Equal((InstalmentStage.Due, new DateOnly(2024, 10, 28)), (instalment.Stage, instalment.ReleasedOn));
    }

    [Fact]
    public void Release_ByDateAndMidTerm_NamesBothWhileNeitherIsMet() =>
        Assert.Equal([new Unmet("ReleaseDateAhead", MidMarch), new Unmet("EvaluationNotFixed", new EvaluationKind("mid-term"))], Unmet(() => Release(Delivering().Instalments[1], "2025-03-13")));

    [Fact]
    public void Release_OnTheDay_StillWaitsForTheEvaluation()
    {
        var contract = Delivering();
        contract.Plans(Published("mid-term"));

        Assert.Equal([new Unmet("EvaluationNotFixed", new EvaluationKind("mid-term"))], Unmet(() => Release(contract.Instalments[1], "2025-03-14")));
    }

    [Fact]
    public void Release_LastBeforeAcceptance_IsRefused() => Assert.Equal([new Unmet("AcceptanceMissing")], Unmet(() => Release(ResultFixed().Instalments[2])));

    [Fact]
    public void Release_GradeThatThePlanDoesNotPay_IsRefused() => Assert.Equal([new Unmet("GradeTooLow", new EvaluationKind("final"))], Unmet(() => Release(Accepted(final: 59.99m, grade: "fail").Instalments[2])));

    // A vacant day costs 36,500 / 365 = 100.00. Five days were known to the first release and deducted by it; two of the same week were reported
    // later and are deducted by the second, which does not deduct the five again: 1,344,750 − 200.
    [Fact]
    public void Settlement_OfAVacancyReportedAfterARelease_DeductsItOnce()
    {
        var vacancy = new Vacancy(Money.FromYuan(36_500m), 365);
        var plan = Plan("mid-term", "final");
        plan = plan with { Instalments = [.. plan.Instalments.Select(i => i with { Adjustments = [vacancy] })] };
        var n = 100;
        var contract = Contract.Draft(new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(2_445_000m), Start, End, 1), plan, FrozenText.Of("p", 1, "p"), () => Id(n++));
        contract.Sign(new DateOnly(2024, 10, 25), At("2024-10-25"), Leader);
        contract.StartDelivery(At("2024-11-01"), Leader);
        contract.ReportVacancy(new VacantPost("p-1", new DateOnly(2024, 11, 4), new DateOnly(2024, 11, 8)));
        contract.Instalments[0].Release(ContractSettlement.Of(contract.Instalments[0], plan, [], new DateOnly(2024, 12, 1)), At("2024-12-01"), Leader);

        contract.ReportVacancy(new VacantPost("p-2", new DateOnly(2024, 11, 7), new DateOnly(2024, 11, 8)));

        Assert.Equal(Money.FromYuan(733_000m), contract.Instalments[0].Payable);
        Assert.Equal(Money.FromYuan(1_344_550m), ContractSettlement.Of(contract.Instalments[1], plan, [], MidMarch).Payable);
    }

    [Fact]
    public void Draft_WithoutATargetThatThePlanPrices_IsRefused()
    {
        var plan = Plan("mid-term", "final") with { UnitPrices = [new UnitPrice("case", Money.FromYuan(1_000m))] };
        var terms = new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(2_445_000m), Start, End, 1);

        Assert.Equal([new Unmet("PricedTargetsMissing", "case")], Unmet(() => Contract.Draft(terms, plan, FrozenText.Of("p", 1, "p"), () => Id(1))));
    }

    [Fact]
    public void Release_SettlementOfAnotherSum_IsRefused() =>
        Assert.Equal([new Unmet("SettlementOfAnotherSum", 1m, 733_500m)], Unmet(() => SignedContract().Instalments[0].Release(new Settlement(Money.FromYuan(1m), []), At("2024-10-28"), Leader)));

    [Fact]
    public void Claim_InvoiceOfAnotherSumOrWithoutNumber_IsRefused()
    {
        var instalment = SignedContract().Instalments[0];
        Release(instalment);

        Assert.Equal(
            [new Unmet("InvoiceAmountDiffers", 733_499.99m, 733_500m), new Unmet("InvoiceNumberMissing")],
            Unmet(() => Claim(instalment, new Invoice(" ", Money.FromYuan(733_499.99m), new DateOnly(2025, 11, 10)))));
    }

    [Fact]
    public void Claim_SetsTheDueDateFromTheLaterOfReleaseAndInvoice()
    {
        var instalment = SignedContract().Instalments[0];
        Release(instalment, "2024-10-28");
        Claim(instalment, new Invoice("F1", instalment.Payable, new DateOnly(2024, 11, 4)));

        // 4 November + 30 days = 4 December.
        Assert.Equal(new DateOnly(2024, 12, 4), instalment.DueOn);
    }

    [Fact]
    public void Pay_BeforeConfirmationAndApproval_IsRefused()
    {
        var instalment = SignedContract().Instalments[0];
        Release(instalment);
        Claim(instalment);

        Assert.Equal([new Unmet("NotInThisStage", "instalment", "Pay", "Claimed")], Unmet(() => instalment.Pay(At("2025-11-20"), Leader)));
        instalment.Confirm(At("2025-11-12"), Leader);
        Assert.Equal([new Unmet("NotInThisStage", "instalment", "Pay", "Confirmed")], Unmet(() => instalment.Pay(At("2025-11-20"), Leader)));
    }

    [Fact]
    public void Pay_Twice_IsRefusedAndPaidOnce()
    {
        var instalment = SignedContract().Instalments[0];
        Pay(instalment);

        Assert.Equal([new Unmet("NotInThisStage", "instalment", "Pay", "Paid")], Unmet(() => instalment.Pay(At("2025-11-21"), Leader)));
        Assert.Equal([new Unmet("NotInThisStage", "instalment", "Claim", "Paid")], Unmet(() => Claim(instalment)));
        Assert.Equal((733_500m, new DateOnly(2025, 11, 20)), (instalment.Paid.Yuan, instalment.PaidOn));
    }

    [Fact]
    public void Return_NeedsAReasonAndTakesInvoiceAndDueDateBack()
    {
        var instalment = SignedContract().Instalments[0];
        Release(instalment);
        Claim(instalment);

        Assert.Equal([new Unmet("ReasonMissing")], Unmet(() => instalment.Return("", At("2025-11-12"), Leader)));
        instalment.Return("税号有误", At("2025-11-12"), Leader);
        Assert.Equal((InstalmentStage.Returned, null, null), (instalment.Stage, instalment.Invoice, instalment.DueOn));

        Claim(instalment);
        Assert.Equal(InstalmentStage.Claimed, instalment.Stage);
    }

    [Fact]
    public void Waive_OnlyWhereNothingIsLeftToPay()
    {
        var contract = Accepted();
        Release(contract.Instalments[0]);
        Assert.Equal([new Unmet("StillToPay", 733_500m)], Unmet(() => contract.Instalments[0].Waive(At("2025-11-20"), Leader)));

        var last = contract.Instalments[2];
        var all = new Deduction("score-formula", last.Planned, Money.Zero, Money.Zero, []);
        last.Release(new Settlement(last.Planned, [all]), At("2025-11-20"), Leader);
        Assert.Equal([new Unmet("NothingToPay")], Unmet(() => Claim(last)));
        last.Waive(At("2025-11-20"), Leader);
        Assert.True(last.IsSettled);
    }

    [Fact]
    public void Recoveries_OfAllInstalments_AreTheContracts()
    {
        var contract = Accepted();
        Pay(contract.Instalments[0]);
        Pay(contract.Instalments[1]);
        var last = contract.Instalments[2];
        last.Release(new Settlement(last.Planned, [new Deduction("score-formula", last.Planned, Money.Zero, Money.FromYuan(10_000m), [])]), At("2025-11-20"), Leader);

        // 2,445,000 = 2,078,250 paid + 0 unpaid + (366,750 + 10,000) deducted − 10,000 claimed.
        Assert.Equal((2_078_250m, 0m, 376_750m, 10_000m), (contract.Balance.Paid.Yuan, contract.Balance.Unpaid.Yuan, contract.Balance.Deducted.Yuan, contract.Balance.Claimed.Yuan));
        Assert.True(contract.Balance.AddsUp);
        Assert.Equal(new RecoveryClaim("score-formula", Money.FromYuan(10_000m)), Assert.Single(contract.Recoveries));
    }

    internal static void Release(Instalment instalment, string day = "2025-11-10") => instalment.Release(new Settlement(instalment.Planned, []), At(day), Leader);

    internal static void Pay(Instalment instalment)
    {
        Release(instalment);
        Claim(instalment);
        instalment.Confirm(At("2025-11-12"), Leader);
        instalment.Approve(At("2025-11-14"), Leader);
        instalment.Pay(At("2025-11-20"), Leader);
    }

    private static void Claim(Instalment instalment, Invoice? invoice = null) =>
        instalment.Claim(invoice ?? new Invoice("F1", instalment.Payable, new DateOnly(2025, 11, 10)), Limit, Winter, At("2025-11-10"), Leader);
}
