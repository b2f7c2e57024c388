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

public class AutomaticStepsTests
{
    private static readonly Actor Clock = Actor.Job("clock");

    [Theory]
    [InlineData("2024-10-31", ContractStage.Signed)]
    [InlineData("2024-11-01", ContractStage.Delivering)]
    public void Take_OfASignedContract_StartsDeliveryOnItsFirstDay(string day, ContractStage stage)
    {
        var contract = SignedContract();

        Assert.True(Take(contract, day)); // the first instalment falls due with the signature
        Assert.Equal((stage, InstalmentStage.Due), (contract.Stage, contract.Instalments[0].Stage));
        Assert.False(Take(contract, day));
    }

    // 0.4 × 90 + 0.6 × 80 = 84; the objections to the final end on 2025-10-31.
    [Fact]
    public void Take_AfterTheWindowOfTheFinal_FixesTheResult()
    {
        var contract = FinalRated(final: 80m);
        Take(contract, "2025-10-31");
        Assert.Null(contract.ResultTotal);

        Assert.True(Take(contract, "2025-11-01"));

        Assert.Equal((ContractStage.ResultFixed, 84m, "good"), (contract.Stage, contract.ResultTotal, contract.ResultGrade));
        Assert.Contains(contract.Transitions.Take(), t => t is { Trigger: "FixResult", By: "job:clock" });
    }

    [Fact]
    public void Take_WhileASiteIsNotEvaluated_RecordsNoMidTerm()
    {
        var n = 100;
        var plan = PlanOf(SubjectKind.Site);
        var terms = new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(100m), Start, End, 1) { Sites = [new ServiceSite("site", "一"), new ServiceSite("other", "二")] };
        var contract = Contract.Draft(terms, plan, FrozenText.Of("p", 1, "p"), () => Id(n++));
        contract.Sign(new DateOnly(2024, 10, 25), At("2024-10-25"), Leader);
        contract.StartDelivery(At("2024-11-01"), Leader);
        contract.Plans(Fixed("mid-term"));

        AutomaticSteps.Take(contract, plan, [], At("2025-11-02"), Clock);

        Assert.Equal(ContractStage.Delivering, contract.Stage);
    }

    // The formula needs the combined result: a final evaluation that is fixed is not enough.
    [Fact]
    public void Take_BeforeTheResultIsFixed_ReleasesNothingThatItReduces()
    {
        var n = 100;
        var plan = PlanOf(SubjectKind.Contract) with
        {
            Instalments = [new("全款", Share.Whole) { Release = [new EvaluationFinal("final")], Payment = new Term(30, Counting.Calendar), Adjustments = [new ScoreFormula(90m, [])] }],
        };
        var contract = Contract.Draft(new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(900m), Start, End, 1), plan, FrozenText.Of("p", 1, "p"), () => Id(n++));
        contract.Sign(new DateOnly(2024, 10, 25), At("2024-10-25"), Leader);
        contract.StartDelivery(At("2024-11-01"), Leader);
        contract.Plans(Fixed("mid-term"));
        contract.Plans(Fixed("final", 80m));

        AutomaticSteps.Take(contract, plan, [], At("2025-11-02"), Clock);
        Assert.Equal((ContractStage.MidTermRated, InstalmentStage.Planned), (contract.Stage, contract.Instalments[0].Stage));

        contract.PublishFinal(At("2025-11-03"), Leader);
        AutomaticSteps.Take(contract, plan, [], At("2025-11-03"), Clock);

        // 84 of 90: (90 − 84) ÷ 90 × 900 = 60.
        Assert.Equal((InstalmentStage.Due, 840m), (contract.Instalments[0].Stage, contract.Instalments[0].Payable.Yuan));
    }

    private static bool Take(Contract contract, string day) => AutomaticSteps.Take(contract, PlanOf(SubjectKind.Contract), [], At(day), Clock);

    private static Plan PlanOf(SubjectKind subjects) => Plan() with
    {
        Evaluations =
        [
            new("mid-term", new TemplateReference("T", 1), subjects) { Share = Share.FromPercent(40m) },
            new("final", new TemplateReference("T", 1), subjects) { Share = Share.FromPercent(60m) },
        ],
    };
}
