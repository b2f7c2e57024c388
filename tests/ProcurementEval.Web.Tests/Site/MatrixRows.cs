using static ProcurementEval.Web.Security.Permission;
using static ProcurementEval.Web.Tests.Site.Belongs;
using static ProcurementEval.Web.Tests.Site.Sample;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The rows of the matrix: every end-point of the site has one.</summary>
internal static class MatrixRows
{
    public static readonly IReadOnlyList<MatrixRow> All =
    [
        new("/account/signin", null, Everybody),
        new("/account/twofactor", null, Everybody),
        new("/account/kept", null, Everybody),
        new("/errors/401", null, Everybody),
        new("/errors/{status:int}", null, Everybody),
        new("/settings/language", null, Everybody),
        new("/settings/theme", null, Everybody),
        new("/account/own", UseOwnAccount, Everybody) { Acts = true },
        new("/account/signout", UseOwnAccount, Everybody) { Acts = true },
        new("/demo/clock", UseOwnAccount, Everybody) { DemoOnly = true },

        new("/", UseOwnAccount, Everybody),
        new("/contracts", ReadContracts, Everybody),
        new("/contracts.xlsx", ReadContracts, Everybody),
        new("/contracts/{id:guid}", ReadContracts, Parties | Assessors, "HP2024", ContractAsync),
        new("/reports/contract/{id:guid}/{kind}.{format:regex(^(pdf|xlsx)$)}", ReadReports, Parties, "CH2024", ContractAsync),
        new("/reports/contract/{id:guid}/money.xlsx", ReadReports, Parties, "CH2024", ContractAsync),

        new("/contracts/{id:guid}/evaluations", OrganiseEvaluation, Body, "DT2024", ContractAsync),
        new("/contracts/{id:guid}/publish-final", PublishFinal, Purchaser, "ML2024", ContractAsync),
        new("/evaluations/{id:guid}", ReadContracts, Parties | Assessors, "HP2024", EvaluationAsync),
        new("/evaluations/{id:guid}/recusal", AnswerRecusal, Assessors, "HP2024", EvaluationAsync),
        new("/evaluations/{id:guid}/facts", OrganiseEvaluation, Body, "HP2024", EvaluationAsync),
        new("/evaluations/{id:guid}/consolidate", OrganiseEvaluation, Body, "HP2024", EvaluationAsync),
        new("/evaluations/{id:guid}/publish", OrganiseEvaluation, Body, "HP2024", EvaluationAsync),
        new("/evaluations/{id:guid}/reopen", OrganiseEvaluation, Body, "YL2024", EvaluationAsync),
        new("/evaluations/{id:guid}/findings", RaiseFinding, Body, "YL2024", EvaluationAsync),
        new("/evaluations/{id:guid}/objection", FileObjection, Agency, "CH2024", EvaluationAsync),
        new("/sheets/{id:guid}", Score, Assessors, "HP2024", A) { Only = "evaluator-a" },
        new("/sheets/{id:guid}/save", Score, Assessors, "HP2024", A) { Only = "evaluator-a" },
        new("/sheets/{id:guid}/sign", Score, Panel, "SQ2025", P) { Only = "panel-2" },
        new("/sheets/{id:guid}/dispute", Score, Assessors, "HP2024", A) { Only = "evaluator-a" },
        new("/findings/{id:guid}/reply", ReplyToFinding, Agency, "ML2024", FindingAsync),
        new("/findings/{id:guid}/verify", VerifyFinding, Body, "ML2024", FindingAsync),
        new("/objections/{id:guid}/answer", AnswerObjection, Purchaser, "YL2024", ObjectionAsync),
        new("/objections/{id:guid}/withdraw", FileObjection, Agency, "YL2024", ObjectionAsync),
    ];

    private static Task<Guid> A(ProcurementEval.Web.Data.AppDbContext db, string code) => SheetAsync(db, code, "evaluator-a");

    private static Task<Guid> P(ProcurementEval.Web.Data.AppDbContext db, string code) => SheetAsync(db, code, "panel-2");
}
