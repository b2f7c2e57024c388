using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;
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
        new("/evaluations/{id:guid}/assessors", OrganiseEvaluation, Body, "HP2024", EvaluationAsync),
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

        new("/projects/draft", DraftProject, Everybody),
        new("/projects/{id:guid}", ReadTenders, Purchaser | Finance | EveryAgency | Body | Panel | Auditor, "LP2025", ProjectAsync),
        new("/tenders", ReadTenders, Everybody),
        new("/tenders/{id:guid}", ReadTenders, Purchaser | Finance | EveryAgency | Panel | Auditor, "LP2025", TenderAsync),
        new("/tenders/documents/{id:guid}", ReadTenders, Purchaser | Finance | EveryAgency | Panel | Auditor, "LP2025", DocumentAsync),
        new("/tenders/{id:guid}/documents", PublishTender, Purchaser, "JK2025", TenderAsync),
        new("/tenders/{id:guid}/publish", PublishTender, Purchaser, "JK2025", TenderAsync),
        new("/tenders/{id:guid}/amend", PublishTender, Purchaser, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/panel", AssignPanel, Purchaser, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/bid", SubmitBid, EveryAgency, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/withdraw", SubmitBid, EveryAgency, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/key", OpenBids, Purchaser, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/open", OpenBids, Purchaser, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/fail", FailTender, Purchaser, "LP2025", TenderAsync),
        new("/tenders/{id:guid}/recusal", AnswerRecusal, Panel, "SQ2025", TenderAsync),
        new("/tenders/{id:guid}/rank", RankBids, Purchaser, "SQ2025", TenderAsync),
        new("/tenders/{id:guid}/award", AwardTender, Purchaser, "HK2025", TenderAsync),
        new("/tenders/{id:guid}/contract", SignContract, Purchaser, "NW2025", TenderAsync),
        new("/reports/tender/{id:guid}.{format:regex(^(pdf|xlsx)$)}", ReadReports, Purchaser | Finance | Panel | Auditor, "HK2025", TenderAsync),

        new("/contracts/{id:guid}/service", ReportService, Agency, "XY2024", ContractAsync),
        new("/contracts/{id:guid}/vacancy", ReportVacancy, Agency | Purchaser, "XY2024", ContractAsync),
        new("/contracts/{id:guid}/evidence", ReadEvidence, Parties | Assessors, "ML2024", ContractAsync),
        new("/contracts/{id:guid}/evidence/upload", UploadEvidence, Agency | Purchaser | Body | Assessors, "ML2024", ContractAsync),
        new("/evidence/{id:guid}", ReadEvidence, Parties | Assessors, "ML2024", EvidenceAsync),
        new("/contracts/{id:guid}/acceptance", AcceptService, Purchaser, "SH2024", ContractAsync),
        new("/contracts/{id:guid}/end", EndContract, Purchaser, "BH2024", ContractAsync),
        new("/instalments/{id:guid}/claim", ClaimInstalment, Agency, "DT2024", Second),
        new("/instalments/{id:guid}/confirm", ConfirmInstalment, Purchaser, "XY2024", Second),
        new("/instalments/{id:guid}/return", ReturnInstalment, Purchaser | Finance, "XY2024", Second),
        new("/instalments/{id:guid}/approve", ApproveInstalment, Finance, "QY2025", First),
        new("/instalments/{id:guid}/pay", PayInstalment, Finance, "CH2024", Second),

        new("/accounts", ManageAccounts, Everybody),
        new("/accounts/add", ManageAccounts, Everybody),
        new("/accounts/{id:guid}", ManageAccounts, Everybody, Id: OfMingde),
        new("/people", ManageOwnPeople, Everybody),
        new("/people/add", ManageOwnPeople, Everybody),
        new("/people/{id:guid}", ManageOwnPeople, Everybody, Id: OfMingde) { Only = "mingde" },
        new("/parties", ManageParties, Everybody),
        new("/parties/add", ManageParties, Everybody),
        new("/imports", ImportContracts, Everybody),
        new("/imports/template.xlsx", ImportContracts, Everybody),
        new("/imports/{name}", ImportContracts, Nobody) { At = "/imports/somebodys" },
        new("/templates", ReadTemplates, Everybody),
        new("/templates/{id}/{version:int}", ReadTemplates, Everybody) { At = "/templates/I/1" },
        new("/templates/{id}/compare", ReadTemplates, Everybody) { At = "/templates/I/compare?from=1&to=2" },
        new("/plans/{id}/{version:int}", ReadTemplates, Everybody) { At = "/plans/xinhu-2024/1" },
        new("/calendars/{id}/{version:int}", ReadTemplates, Everybody) { At = "/calendars/china/1" },
        new("/templates/upload", UploadTemplate, Everybody),
        new("/templates/uploads/{id:guid}", PublishTemplate, Everybody, Id: (db, _) => db.TemplateUploads.Select(u => u.Id).SingleAsync()),
        new("/audit", ReadAudit, Everybody),
        new("/audit/anchor", ReadAudit, Everybody),
        new("/audit/chain", ReadAudit, Auditor, "HP2024", ContractAsync) { At = "/audit/chain?verify=1&of=contract:{id:guid}" },
        new("/audit/export/{format}", ReadAudit, Everybody) { At = "/audit/export/csv" },
    ];

    private static Task<Guid> OfMingde(AppDbContext db, string project) => AccountAsync(db, "mingde");

    private static Task<Guid> First(AppDbContext db, string code) => InstalmentAsync(db, code, 1);

    private static Task<Guid> Second(AppDbContext db, string code) => InstalmentAsync(db, code, 2);

    private static Task<Guid> A(AppDbContext db, string code) => SheetAsync(db, code, "evaluator-a");

    private static Task<Guid> P(AppDbContext db, string code) => SheetAsync(db, code, "panel-2");
}
