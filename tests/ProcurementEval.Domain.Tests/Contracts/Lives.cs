using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tests.Tenders;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Contracts;

/// <summary>Brings a contract on the plan of case 1 to a stage by its own verbs: 2,445,000 at 30 / 55 / 15, released by signing, by a date with the mid-term, and by acceptance with the final.</summary>
internal static class Lives
{
    public static readonly DateOnly Start = new(2024, 11, 1);
    public static readonly DateOnly End = new(2025, 10, 31);
    public static readonly DateOnly MidMarch = new(2025, 3, 14);
    public static readonly RenewalRule Renewal = new(["excellent", "good"], Most: 1);

    private static readonly Term Thirty = new(30, Counting.Calendar);

    public static Plan Plan(params string[] kinds) => new("p", 1, "p")
    {
        Calendar = "china",
        Budget = Money.FromYuan(2_445_000m),
        Tender = RankingTests.Rules(),
        TermMonths = 12,
        Instalments =
        [
            new("第一期", Share.FromPercent(30m)) { Release = [new StageReached(ContractStage.Signed)], Payment = Thirty },
            new("第二期", Share.FromPercent(55m)) { Release = [new DateReached(MidMarch), new EvaluationFinal("mid-term")], Payment = Thirty },
            new("第三期", Share.FromPercent(15m)) { Release = [new AcceptancePublished(), new EvaluationFinal("final", ["excellent", "good", "pass"])], Payment = Thirty },
        ],
        Evaluations = [.. kinds.Select(k => new EvaluationRule(k, new TemplateReference("T", 1), SubjectKind.Contract) { Share = Share.Whole })],
        Bands = Scoring.Trees.Bands,
        Renewal = Renewal,
        Objection = new(new Term(5, Counting.Working), new Term(10, Counting.Working)),
    };

    public static Contract Drafted(decimal sum = 2_445_000m, DateOnly? start = null, DateOnly? end = null, int year = 1, params string[] kinds)
    {
        var n = 100;
        return Contract.Draft(
            new ContractTerms("GM-1", Id(7), Id(8), Id(6), Money.FromYuan(sum), start ?? Start, end ?? End, year),
            Plan(kinds.Length > 0 ? kinds : ["mid-term", "final"]), FrozenText.Of("p", 1, "p"), () => Id(n++));
    }

    public static Contract SignedContract(int year = 1)
    {
        var contract = Drafted(year: year);
        contract.Sign(new DateOnly(2024, 10, 25), At("2024-10-25"), Leader);
        return contract;
    }

    public static Contract Delivering(int year = 1)
    {
        var contract = SignedContract(year);
        contract.StartDelivery(At("2024-11-01"), Leader);
        return contract;
    }

    /// <summary>The mid-term is fixed and recorded, the final published.</summary>
    public static Contract FinalRated(decimal final = 90m, int year = 1)
    {
        var contract = Delivering(year);
        contract.Plans(Fixed("mid-term"));
        contract.RecordMidTerm(At("2025-11-01"), Leader);
        contract.Plans(Published("final", final));
        contract.PublishFinal(At("2025-11-01"), Leader);
        return contract;
    }

    public static Contract ResultFixed(decimal final = 90m, string? grade = "excellent", int year = 1)
    {
        var contract = FinalRated(final, year);
        contract.Evaluations[^1].Fix(At("2025-11-02"), Leader);
        contract.FixResult(final, grade, At("2025-11-03"), Leader);
        return contract;
    }

    public static Contract Accepted(decimal final = 90m, string? grade = "excellent", int year = 1)
    {
        var contract = ResultFixed(final, grade, year);
        contract.PrepareAcceptance(Id(50));
        contract.Acceptance!.InviteUsers(12, At("2025-11-05"), Leader);
        contract.Acceptance.Confirm("同意验收", At("2025-11-06"), Leader);
        contract.Acceptance.Publish(At("2025-11-07"), Leader);
        contract.Accept(At("2025-11-07"), Leader);
        return contract;
    }

    public static Contract Settled(string? grade = "excellent", int year = 1)
    {
        var contract = Accepted(grade: grade, year: year);
        foreach (var instalment in contract.Instalments)
        {
            InstalmentTests.Pay(instalment);
        }

        contract.Settle(At("2025-12-20"), Leader);
        return contract;
    }
}
