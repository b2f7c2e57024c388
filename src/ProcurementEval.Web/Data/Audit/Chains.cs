using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>Which chain a row belongs to: one for each contract, one for each project with its tenders and bids, one for all parties, one for each account.</summary>
internal sealed class Chains(AppDbContext db)
{
    private const string Parties = "parties";

    public static string OfUser(Guid id) => $"user:{id}";

    public static string OfContract(Guid id) => $"contract:{id}";

    public static string OfProject(Guid id) => $"project:{id}";

    public async ValueTask<string> OfAsync(EntityEntry entry, CancellationToken cancellation) => entry.Entity switch
    {
        Party => Parties,
        User u => OfUser(u.Id),
        IdentityUserToken<Guid> t => OfUser(t.UserId),
        AccountReading r => OfUser(r.UserId),
        DataKey => "keys",
        TemplateUpload => "templates",
        Project p => OfProject(p.Id),
        Tender t => OfProject(t.ProjectId),
        SealKey k => await OfTenderAsync(k.TenderId, cancellation),
        TenderDocument d => await OfTenderAsync(d.TenderId, cancellation),
        Bid b => await OfTenderAsync(b.TenderId, cancellation),
        Sheet { BidId: { } bid } => await OfBidAsync(bid, cancellation),
        Sheet { EvaluationId: { } evaluation } => await OfEvaluationAsync(evaluation, cancellation),
        Contract c => OfContract(c.Id),
        Instalment or Acceptance => OfContract((Guid)entry.Property(ContractMapping.ContractId).CurrentValue!),
        Evaluation e => OfContract(e.ContractId),
        Finding f => OfContract(f.ContractId),
        Objection o => OfContract(o.ContractId),
        ServiceRecord r => OfContract(r.ContractId),
        Evidence e => OfContract(e.ContractId),
        EvidenceReading r => OfContract(r.ContractId),
        Transition => (string)entry.Property(HistoryMapping.ChainId).CurrentValue!,
        _ => OwnerOf(entry) is { } owner ? await OfAsync(owner, cancellation) : throw new InvalidOperationException($"{entry.Metadata.DisplayName()} belongs to no audit chain."),
    };

    /// <summary>The owner of an assignment, a score or a dispute; it is loaded whenever its part is.</summary>
    public EntityEntry? OwnerOf(EntityEntry part)
    {
        if (part.Metadata.FindOwnership() is not { } ownership)
        {
            return null;
        }

        var id = (Guid)part.Property(ownership.Properties[0]).CurrentValue!;
        var owner = ownership.PrincipalEntityType.ClrType;
        return owner == typeof(Tender) ? db.Tenders.Local.FindEntry(id)
            : owner == typeof(Evaluation) ? db.Evaluations.Local.FindEntry(id)
            : db.Sheets.Local.FindEntry(id);
    }

    private async ValueTask<string> OfTenderAsync(Guid id, CancellationToken cancellation) => OfProject(db.Tenders.Local.FindEntry(id)?.Entity.ProjectId
        ?? await db.Tenders.Where(t => t.Id == id).Select(t => t.ProjectId).SingleAsync(cancellation));

    private async ValueTask<string> OfBidAsync(Guid id, CancellationToken cancellation) => await OfTenderAsync(db.Bids.Local.FindEntry(id)?.Entity.TenderId
        ?? await db.Bids.Where(b => b.Id == id).Select(b => b.TenderId).SingleAsync(cancellation), cancellation);

    private async ValueTask<string> OfEvaluationAsync(Guid id, CancellationToken cancellation) => OfContract(db.Evaluations.Local.FindEntry(id)?.Entity.ContractId
        ?? await db.Evaluations.Where(e => e.Id == id).Select(e => e.ContractId).SingleAsync(cancellation));
}
