using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>Recomputes every chain, compares what it records with what the tables hold, and compares both with an anchor.</summary>
public sealed class AuditVerifier(AppDbContext db)
{
    private readonly List<AuditDefect> defects = [];
    private readonly RecordedRows recorded = new();
    private readonly Dictionary<string, ChainHead> heads = [];
    private int records;
    private int rows;

    public async Task<AuditFindings> VerifyAsync(AuditAnchor? anchor, DateTimeOffset at)
    {
        // One snapshot: what is saved meanwhile is not half seen.
        await using var snapshot = await db.Database.BeginTransactionAsync();
        await ChainsAsync(db.AuditRecords, anchor);
        await RowsAsync(chain: null);
        return new(defects, AuditAnchor.Of(at, heads), records, rows, recorded.Erased);
    }

    /// <summary>One chain alone, and the rows that it records; rows that no chain records are found only by the whole audit.</summary>
    public async Task<AuditFindings> VerifyChainAsync(string chain, DateTimeOffset at)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync();
        await ChainsAsync(db.AuditRecords.Where(r => r.ChainId == chain), anchor: null);
        await RowsAsync(chain);
        return new(defects, AuditAnchor.Of(at, heads), records, rows, recorded.Erased);
    }

    private async Task ChainsAsync(IQueryable<AuditRecord> stored, AuditAnchor? anchor)
    {
        if (anchor is not null && AuditAnchor.RootOf(anchor.Chains) is var root && root != anchor.Root)
        {
            defects.Add(new("AnchorAltered", string.Empty, 0, root, anchor.Root));
        }

        await foreach (var record in stored.AsNoTracking().OrderBy(r => r.ChainId).ThenBy(r => r.Sequence).AsAsyncEnumerable())
        {
            records++;
            var before = heads.GetValueOrDefault(record.ChainId) ?? new(0, AuditTrail.Beginning);
            Check(record, before);
            if (anchor?.Chains.GetValueOrDefault(record.ChainId) is { } anchored && anchored.Length == record.Sequence && anchored.Head != record.Hash)
            {
                defects.Add(new("ChainRewritten", record.ChainId, record.Sequence));
            }

            heads[record.ChainId] = new(record.Sequence, record.Hash);
        }

        defects.AddRange((anchor?.Chains ?? new Dictionary<string, ChainHead>()).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (c.Key, Was: c.Value.Length, Is: heads.GetValueOrDefault(c.Key)?.Length ?? 0)).Where(c => c.Is < c.Was)
            .Select(c => new AuditDefect("ChainCut", c.Key, c.Is, c.Was.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private void Check(AuditRecord record, ChainHead before)
    {
        // A forged number may lie far ahead: the first hundred of a gap tell enough.
        defects.AddRange(Enumerable.Range(before.Length + 1, Math.Clamp(record.Sequence - before.Length - 1, 0, 100)).Select(missing => new AuditDefect("RecordMissing", record.ChainId, missing)));

        if (AuditEntry.Read(record.Text) is not { } entry)
        {
            defects.Add(new("RecordUnreadable", record.ChainId, record.Sequence));
            return;
        }

        if (entry.Chain != record.ChainId || entry.Sequence != record.Sequence)
        {
            defects.Add(new("RecordMisplaced", record.ChainId, record.Sequence, entry.Chain, entry.Id, entry.Entity));
        }

        if (record.Hash != Canonical.Link(record.Previous, record.Text))
        {
            defects.Add(new("RecordAltered", record.ChainId, record.Sequence, entry.Entity, entry.Id));
        }
        else if ((entry.At, entry.By, entry.Entity) != (record.At, record.Author, record.Entity))
        {
            defects.Add(new("RecordMislabelled", record.ChainId, record.Sequence, entry.Entity, entry.Id));
        }

        if (record.Previous != before.Head && record.Sequence == before.Length + 1)
        {
            defects.Add(new("LinkBroken", record.ChainId, record.Sequence, entry.Entity, entry.Id));
        }

        recorded.Take(entry, Secret(record, entry));
    }

    // A secret that does not fit its hashes is a defect of its own; its salt is still used, so that the row is compared.
    private AuditSecret? Secret(AuditRecord record, AuditEntry entry)
    {
        if (record.Secret is null)
        {
            return null;
        }

        var secret = AuditSecret.Read(record.Secret);
        foreach (var (column, value) in entry.Values)
        {
            if (AuditSecret.HashIn(value) is { } hash && (secret is null || hash != Canonical.Salted(secret.Salt, column, secret.Values[column])))
            {
                defects.Add(new("SecretAltered", record.ChainId, record.Sequence, entry.Entity, entry.Id, column));
            }
        }

        return secret;
    }

    private async Task RowsAsync(string? chain)
    {
        var tables = chain is null ? null : recorded.All.Select(r => r.Key.Table).ToHashSet(StringComparer.Ordinal);
        await foreach (var (table, id, values) in new StoredTables(db).RowsAsync(tables))
        {
            if (chain is not null && !recorded.Has(table, id))
            {
                continue;
            }

            rows++;
            defects.AddRange(recorded.Compare(table, id, values));
        }

        defects.AddRange(recorded.All.Where(r => r.Value is { Seen: false, Removed: false })
            .Select(r => new AuditDefect("RowMissing", r.Value.Chain, r.Value.Sequence, r.Key.Table, r.Key.Id)));
    }
}
