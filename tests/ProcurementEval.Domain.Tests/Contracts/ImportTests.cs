using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tests.Scoring;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Contracts;

/// <summary>Running contracts on the plan of case 1 (30 / 55 / 15 of 2,445,000 = 733,500 / 1,344,750 / 366,750), brought in on 2025-03-20.</summary>
public class ImportTests
{
    private static readonly Term Limit = new(30, Counting.Calendar);

    [Fact]
    public void Import_WithAPaidInstalmentAndAResult_KeepsTheBalanceAndRecordsWhoBroughtItIn()
    {
        var contract = Bring(Running());

        Assert.Equal(ContractStage.Delivering, contract.Stage);
        Assert.Equal((700_000m, 1_711_500m, 33_500m), (contract.Balance.Paid.Yuan, contract.Balance.Unpaid.Yuan, contract.Balance.Deducted.Yuan));
        Assert.True(contract.Balance.AddsUp);
        Assert.Equal(new Transition("contract", contract.Id, "Import", "Draft", "Delivering", At("2025-03-20"), Leader.ToString(), null), Assert.Single(contract.Transitions.Take()));
        Assert.Equal("迟交材料", Assert.Single(Assert.Single(contract.Instalments[0].Settlement!.Deductions).Working).Calculation);
    }

    /// <summary>The second instalment falls due on 14 March 2025 with the mid-term: the next automatic step after the import.</summary>
    [Fact]
    public void Import_WithTheMidTermFixed_GoesOn()
    {
        var contract = Bring(Running() with { Stage = ContractStage.MidTermRated, Evaluations = [MidTerm()] });

        Assert.True(contract.Evaluations[0].IsImported);
        Assert.True(AutomaticSteps.Take(contract, Lives.Plan("mid-term", "final"), [], At("2025-03-20"), Actor.Job("clock")));
        var second = contract.Instalments[1];
        Assert.Equal(InstalmentStage.Due, second.Stage);
        second.Claim(new Invoice("F-2", Money.FromYuan(1_344_750m), new DateOnly(2025, 3, 21)), Limit, new WorkCalendar("c", 1, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)) { Holidays = [], Workdays = [] }, At("2025-03-21"), Leader);
        Assert.Equal(InstalmentStage.Claimed, second.Stage);
        Assert.True(contract.Balance.AddsUp);
    }

    [Fact]
    public void Import_OfAFixedResult_CombinesTheEvaluations()
    {
        var contract = Bring(Running() with { Stage = ContractStage.ResultFixed, Evaluations = [MidTerm(), MidTerm() with { Kind = "final", Total = 92m, Grade = null }] }, "mid-term:0", "final:100");

        Assert.Equal((92m, "excellent"), (contract.ResultTotal, contract.ResultGrade));
    }

    [Theory]
    [InlineData("ImportNotThePlansSplit", "700000", "0", null)]
    [InlineData("ImportPaidMore", "733500.01", "0", null)]
    [InlineData("ImportReasonMissing", "700000", "33500", "")]
    public void Import_OfWrongSums_IsRefused(string code, string paid, string deducted, string? reason)
    {
        var running = Running() with { Instalments = [new PastInstalment(1, Money.FromYuan(decimal.Parse(paid, System.Globalization.CultureInfo.InvariantCulture)), Money.FromYuan(decimal.Parse(deducted, System.Globalization.CultureInfo.InvariantCulture)), reason, "F-1", new DateOnly(2024, 12, 1))] };

        var refused = Assert.Throws<RefusedException>(() => Bring(running));

        Assert.Equal(code, Assert.Single(refused.Unmet).Code);
    }

    [Fact]
    public void Import_InAStageThatItsResultsDoNotReach_IsRefused()
    {
        Assert.Equal("ImportResultOfStageMissing", Refusal(Running() with { Stage = ContractStage.MidTermRated }));
        Assert.Equal("ImportStageBehind", Refusal(Running() with { Evaluations = [MidTerm()] }));
        Assert.Equal("ImportStageUnknown", Refusal(Running() with { Stage = ContractStage.Settled }));
    }

    private static string Refusal(RunningContract running) => Assert.Single(Assert.Throws<RefusedException>(() => Bring(running)).Unmet).Code;

    private static PastEvaluation MidTerm() => new("mid-term", "GM-1", 85m, "good", [], new DateOnly(2025, 3, 1));

    private static RunningContract Running() => new(new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(2_445_000m), Lives.Start, Lives.End, 1), new DateOnly(2024, 10, 25), ContractStage.Delivering)
    {
        Instalments = [new PastInstalment(1, Money.FromYuan(700_000m), Money.FromYuan(33_500m), "迟交材料", "F-1", new DateOnly(2024, 12, 1))],
    };

    private static Contract Bring(RunningContract running, params string[] shares)
    {
        var n = 100;
        var plan = Lives.Plan("mid-term", "final");
        plan = plan with { Evaluations = [.. plan.Evaluations.Select((e, i) => shares.Length == 0 ? e : e with { Share = Share.FromPercent(int.Parse(shares[i].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)) })] };
        var template = new ImportTemplate(Trees.Template(Trees.Leaf("X", 100m, Trees.Judged())), FrozenText.Of("T", 1, "T"));
        var basis = new ImportBasis(plan, FrozenText.Of("p", 1, "p"), new Dictionary<string, ImportTemplate> { ["mid-term"] = template, ["final"] = template });
        return Contract.Import(running, basis, () => Id(n++), At("2025-03-20"), Leader);
    }
}
