using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>How far a chain had come: its length and the hash of its last record.</summary>
public sealed record ChainHead(int Length, string Head);

/// <summary>All chains at an instant under one Merkle root (lower-case hexadecimal): printed in reports and kept elsewhere, it shows later that nothing was cut off or rewritten.</summary>
public sealed record AuditAnchor(DateTimeOffset At, string Root, IReadOnlyDictionary<string, ChainHead> Chains)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n" };

    public static AuditAnchor Of(DateTimeOffset at, IReadOnlyDictionary<string, ChainHead> chains) => new(at, RootOf(chains), new SortedDictionary<string, ChainHead>(chains.ToDictionary(), StringComparer.Ordinal));

    /// <summary>Anchors what is stored.</summary>
    public static async Task<AuditAnchor> AnchorAsync(AppDbContext db, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(db);
        var heads = await db.AuditRecords.AsNoTracking()
            .Where(r => !db.AuditRecords.Any(later => later.ChainId == r.ChainId && later.Sequence > r.Sequence))
            .Select(r => new { r.ChainId, r.Sequence, r.Hash }).ToListAsync();
        return Of(at, heads.ToDictionary(h => h.ChainId, h => new ChainHead(h.Sequence, h.Hash)));
    }

    /// <summary>The Merkle root of "chain, length, head" of every chain in ordinal order.</summary>
    public static string RootOf(IReadOnlyDictionary<string, ChainHead> chains) => Convert.ToHexStringLower(MerkleTree.Root(
        [.. chains.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Encoding.UTF8.GetBytes($"{c.Key}\n{c.Value.Length}\n{c.Value.Head}"))]));

    /// <exception cref="DatabaseRefusedException">The file is not there, or is no anchor.</exception>
    public static AuditAnchor Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditAnchor>(File.ReadAllText(path), Json) is { Chains: not null, Root: not null } anchor && anchor.Chains.Values.All(c => c?.Head is not null)
                ? anchor
                : throw new DatabaseRefusedException("AnchorUnreadable", path);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseRefusedException("AnchorUnreadable", path);
        }
    }

    /// <summary>The file that is kept elsewhere.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];
}
