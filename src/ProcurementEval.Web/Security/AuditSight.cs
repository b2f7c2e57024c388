using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Security;

/// <summary>What a reader may see of the audit. As long as a tender of a project is out, the bids in its chain do not exist for him: neither their records nor anything they could be counted by.</summary>
public sealed class AuditSight(AppDbContext db)
{
    private const string Bids = "Bids";
    private string[]? withheld;

    /// <summary>The chains whose length and head are withheld because sealed bids lie in them.</summary>
    public async Task<IReadOnlyList<string>> WithheldAsync() => withheld ??=
        [.. (await db.Tenders.Where(t => t.Stage == TenderStage.Published).Select(t => t.ProjectId).Distinct().ToListAsync()).Select(Chains.OfProject)];

    public async Task<IQueryable<AuditRecord>> RecordsAsync()
    {
        var chains = await WithheldAsync();
        return db.AuditRecords.AsNoTracking().Where(r => r.Entity != Bids || !chains.Contains(r.ChainId));
    }

    /// <summary>The anchor of every chain but the withheld.</summary>
    public async Task<AuditAnchor> AnchorAsync(DateTimeOffset at)
    {
        var (all, chains) = (await AuditAnchor.AnchorAsync(db, at), await WithheldAsync());
        return AuditAnchor.Of(at, all.Chains.Where(c => !chains.Contains(c.Key)).ToDictionary());
    }
}
