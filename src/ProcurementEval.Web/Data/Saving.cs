using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Configuration;

namespace ProcurementEval.Web.Data;

/// <summary>What every save does before it is written: places, versions, history, audit.</summary>
internal sealed class Saving(AppDbContext db, Act act)
{
    private readonly Chains chains = new(db);
    private readonly List<(string Chain, Transition Step)> taken = [];

    /// <summary>For a context that has detected its changes and detects no more until it has saved. May be repeated after a save that failed.</summary>
    /// <returns>The last audit record of this save; null when nothing changed.</returns>
    public async Task<AuditRecord?> PrepareAsync(CancellationToken cancellation)
    {
        Forget();
        Place();
        Number();
        await StoreHistoryAsync(cancellation);
        return await new AuditTrail(db, chains, act).ExtendAsync(Changed(), cancellation);
    }

    private EntityEntry[] Changed() => [.. db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not AuditRecord)];

    // The places in history and audit that an attempt before this one reached for.
    private void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e is { State: EntityState.Added, Entity: AuditRecord or Transition }).ToArray())
        {
            entry.State = EntityState.Detached;
        }
    }

    private void Place()
    {
        foreach (var entry in db.ChangeTracker.Entries().ToArray())
        {
            IEnumerable<object> parts = entry.Entity switch
            {
                Tender t => t.Bids,
                Bid b => b.Sheets,
                Contract c => c.Evaluations,
                Evaluation e => e.Sheets,
                _ => [],
            };
            foreach (var (place, part) in parts.Index().Where(p => db.Entry(p.Item).State == EntityState.Added))
            {
                db.Entry(part).Property(Mapping.Position).CurrentValue = place;
            }

            if (entry is { Entity: Instalment instalment, State: EntityState.Added or EntityState.Modified })
            {
                entry.Property(Mapping.InvoiceNumber).CurrentValue = instalment.Invoice?.Number;
                entry.Property(Mapping.Payable).CurrentValue = instalment.Payable;
            }
        }
    }

    // A part changes its root: two people who work on parts of one contract meet at the contract's version.
    private void Number()
    {
        var roots = Changed().SelectMany(e => (EntityEntry?[])[e, RootOf(e)]).OfType<EntityEntry>()
            .Where(e => e.Metadata.FindProperty(Mapping.Version) is not null && e.State != EntityState.Deleted)
            .DistinctBy(e => e.Entity, ReferenceEqualityComparer.Instance);
        foreach (var version in roots.Select(r => r.Property(Mapping.Version)).ToArray())
        {
            version.CurrentValue = version.EntityEntry.State == EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
        }
    }

    private EntityEntry? RootOf(EntityEntry part) => part.Entity switch
    {
        Instalment i => db.Entry(i.Contract),
        Acceptance a => db.Entry(a.Contract),
        _ => chains.OwnerOf(part),
    };

    private async Task StoreHistoryAsync(CancellationToken cancellation)
    {
        foreach (var entry in db.ChangeTracker.Entries<IProcessSubject>().ToArray())
        {
            var steps = entry.Entity.Transitions.Take();
            if (steps.Count > 0)
            {
                var chain = await chains.OfAsync(entry, cancellation);
                taken.AddRange(steps.Select(s => (chain, s)));
            }
        }

        foreach (var history in taken.GroupBy(t => t.Chain).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var stored = await db.Transitions.CountAsync(t => EF.Property<string>(t, HistoryMapping.ChainId) == history.Key, cancellation);
            var ordered = history.OrderBy(t => t.Step.At).ThenBy(t => t.Step.Process, StringComparer.Ordinal).ThenBy(t => t.Step.SubjectId);
            foreach (var (ordinal, (chain, step)) in ordered.Index())
            {
                var entry = db.Entry(step);
                entry.Property(HistoryMapping.ChainId).CurrentValue = chain;
                entry.Property(HistoryMapping.Ordinal).CurrentValue = stored + ordinal + 1;
                entry.State = EntityState.Added;
            }
        }
    }
}
