using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>Extends the audit chains by one record for every row that a save writes.</summary>
internal sealed class AuditTrail(AppDbContext db, Chains chains, Act act)
{
    public static readonly string Beginning = new('0', 64);
    private const int SaltLength = 16;
    private readonly Dictionary<string, (int Length, string Head)> heads = [];

    /// <returns>The last record.</returns>
    public async Task<AuditRecord?> ExtendAsync(IReadOnlyList<EntityEntry> changed, CancellationToken cancellation)
    {
        AuditRecord? last = null;
        foreach (var (entry, row) in changed.Select(e => (e, Row: new StoredRow(e))).OrderBy(r => r.Row.Table, StringComparer.Ordinal).ThenBy(r => r.Row.Id, StringComparer.Ordinal).ToArray())
        {
            var chain = await chains.OfAsync(entry, cancellation);
            var (length, head) = await HeadAsync(chain, cancellation);
            var (values, secret) = Values(entry, row);
            var text = Canonical.Text(Canonical.Values(new Dictionary<string, JsonNode?>
            {
                ["at"] = InstantConversion.ToMicroseconds(act.At),
                ["by"] = act.By.ToString(),
                ["chain"] = chain,
                ["change"] = entry.State.ToString(),
                ["entity"] = row.Table,
                ["id"] = row.Id,
                ["sequence"] = length + 1,
                ["values"] = values,
            }));
            last = new AuditRecord { ChainId = chain, Sequence = length + 1, Text = text, Previous = head, Hash = Canonical.Link(head, text), Secret = secret, At = act.At, Author = act.By.ToString(), Entity = row.Table };
            db.AuditRecords.Add(last);
            heads[chain] = (last.Sequence, last.Hash);
        }

        return last;
    }

    private (JsonObject Values, string? Secret) Values(EntityEntry entry, StoredRow row)
    {
        var written = entry.State == EntityState.Deleted ? [] : row.Written().ToArray();
        var blind = written.Where(w => w.Property.IsBlind()).ToArray();
        if (blind.Length == 0)
        {
            return (Canonical.Values(written.Select(w => KeyValuePair.Create(w.Column, w.Value))), null);
        }

        var salt = db.Salt(SaltLength);
        var values = written.Select(w => KeyValuePair.Create(w.Column, w.Property.IsBlind() ? AuditSecret.Hide(salt, w.Column, w.Value) : w.Value));
        return (Canonical.Values(values), new AuditSecret(salt, Canonical.Values(blind.Select(w => KeyValuePair.Create(w.Column, w.Value)))).ToText());
    }

    private async ValueTask<(int Length, string Head)> HeadAsync(string chain, CancellationToken cancellation)
    {
        if (!heads.TryGetValue(chain, out var head))
        {
            var last = await db.AuditRecords.AsNoTracking().Where(r => r.ChainId == chain).OrderByDescending(r => r.Sequence)
                .Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync(cancellation);
            head = last is null ? (0, Beginning) : (last.Sequence, last.Hash);
        }

        return head;
    }
}
