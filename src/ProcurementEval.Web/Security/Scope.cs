using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Security;

/// <summary>Which rows a reader may see; every page, file, export and count reads through it. What he may not see does not exist for him (404).</summary>
public sealed class Scope(AppDbContext db, Reader reader)
{
    // Claims, objections, acceptance: an assessment does not need them, and most of them tell of money.
    private static readonly EvidenceKind[] Assessed = [EvidenceKind.ServiceRecord, EvidenceKind.Deliverable, EvidenceKind.Evaluation];
    private readonly Guid? party = reader.PartyId;
    private readonly string account = reader.Account;

    public IQueryable<Project> Projects => reader.Role switch
    {
        Role.Purchaser => db.Projects.Where(p => p.PurchaserId == party),
        Role.FinanceReviewer => db.Projects.Where(p => p.FinanceId == party),
        Role.Evaluator => db.Projects.Where(p => p.EvaluationBodyId == party
            || db.Contracts.Any(c => c.ProjectId == p.Id && c.Evaluations.Any(e => e.Assignments.Any(a => a.Assessor == account && (a.Answered == null || a.Answered == RecusalGround.None))))
            || db.Tenders.Any(t => t.ProjectId == p.Id && t.Panel.Any(a => a.Assessor == account && (a.Answered == null || a.Answered == RecusalGround.None)))),
        Role.Agency => db.Projects.Where(p => db.Tenders.Any(t => t.ProjectId == p.Id && t.Stage != TenderStage.Draft) || db.Contracts.Any(c => c.ProjectId == p.Id && c.AgencyId == party)),
        Role.Auditor => db.Projects,
        _ => db.Projects.Where(_ => false),
    };

    /// <summary>A published tender is public to agencies; a draft is its purchaser's own.</summary>
    public IQueryable<Tender> Tenders => reader.Role switch
    {
        Role.Purchaser => db.Tenders.Where(t => db.Projects.Any(p => p.Id == t.ProjectId && p.PurchaserId == party)),
        Role.FinanceReviewer => db.Tenders.Where(t => db.Projects.Any(p => p.Id == t.ProjectId && p.FinanceId == party)),
        Role.Evaluator => db.Tenders.Where(t => t.Panel.Any(a => a.Assessor == account && (a.Answered == null || a.Answered == RecusalGround.None))),
        Role.Agency => db.Tenders.Where(t => t.Stage != TenderStage.Draft),
        Role.Auditor => db.Tenders,
        _ => db.Tenders.Where(_ => false),
    };

    public IQueryable<Contract> Contracts => reader.Role switch
    {
        Role.Purchaser => db.Contracts.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.PurchaserId == party)),
        Role.FinanceReviewer => db.Contracts.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.FinanceId == party)),
        Role.Evaluator => db.Contracts.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.EvaluationBodyId == party)
            || c.Evaluations.Any(e => e.Assignments.Any(a => a.Assessor == account && (a.Answered == null || a.Answered == RecusalGround.None)))),
        Role.Agency => db.Contracts.Where(c => c.AgencyId == party),
        Role.Auditor => db.Contracts,
        _ => db.Contracts.Where(_ => false),
    };

    public IQueryable<Evaluation> Evaluations => db.Evaluations.Where(e => Contracts.Any(c => c.Id == e.ContractId));

    /// <summary>A score sheet is its assessor's alone until its evaluation is published or its tender is ranked.</summary>
    public IQueryable<Sheet> OwnSheets => db.Sheets.Where(s => reader.Role == Role.Evaluator && s.Assessor == account);

    public IQueryable<Finding> Findings => db.Findings.Where(f => Contracts.Any(c => c.Id == f.ContractId));

    public IQueryable<Objection> Objections => db.Objections.Where(o => Contracts.Any(c => c.Id == o.ContractId));

    /// <summary>What an assessor adds to an evaluation is his own until the result is published. He himself sees no document before his answer on recusal, and then those of the service and of evaluations.</summary>
    public IQueryable<Evidence> Evidence => db.Evidence.Where(e => Contracts.Any(c => c.Id == e.ContractId)
        && (reader.Role != Role.Evaluator || db.Contracts.Any(c => c.Id == e.ContractId
            && (db.Projects.Any(p => p.Id == c.ProjectId && p.EvaluationBodyId == party)
                || (Assessed.Contains(e.Kind) && c.Evaluations.Any(v => v.Assignments.Any(a => a.Assessor == account && a.Answered == RecusalGround.None))))))
        && (e.Kind != EvidenceKind.Evaluation || e.UploadedBy == account
            || !db.Users.Any(u => u.UserName == e.UploadedBy && u.Role == Role.Evaluator)
            || db.Evaluations.Any(v => v.Id == e.About && (v.Stage == EvaluationStage.Published || v.Stage == EvaluationStage.Fixed))));

    public IQueryable<TenderDocument> TenderDocuments => db.TenderDocuments.Where(d => Tenders.Any(t => t.Id == d.TenderId));

    public IQueryable<ServiceRecord> ServiceRecords => db.ServiceRecords.Where(r => Contracts.Any(c => c.Id == r.ContractId));

    /// <summary>Uploads that wait for their second person, and those that were published: for those who upload and publish.</summary>
    public IQueryable<TemplateUpload> TemplateUploads => db.TemplateUploads.Where(_ => reader.Role == Role.Administrator || reader.Role == Role.Purchaser);

    /// <summary>Accounts are an administrator's business; of an agency's own people, its own administrator's. Never those of another role.</summary>
    public IQueryable<User> Accounts => reader.Role switch
    {
        Role.Administrator => db.Users,
        Role.Agency when reader.ManagesParty && party is not null => db.Users.Where(u => u.PartyId == party && u.Role == Role.Agency),
        _ => db.Users.Where(_ => false),
    };

    /// <summary>Leads the evaluations of a project: an account of its evaluation body (评估机构).</summary>
    public bool Leads(Project project) => reader.Role == Role.Evaluator && party is not null && project.EvaluationBodyId == party;
}
