using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Data;

/// <summary>Who changed a row last, and when.</summary>
public sealed record LastChange(string By, DateTimeOffset At);

/// <summary>Reads what the audit chain knows of a row.</summary>
public static class Changes
{
    private const int LookBack = 50;

    /// <summary>The last change of a root; null when it is not among the newest of its chain.</summary>
    public static async Task<LastChange?> LastChangeAsync(this AppDbContext db, object root)
    {
        ArgumentNullException.ThrowIfNull(db);
        var entry = db.Entry(root);
        var chain = await new Chains(db).OfAsync(entry, CancellationToken.None);
        var id = new StoredRow(entry).Id;
        var texts = await db.AuditRecords.AsNoTracking().Where(r => r.ChainId == chain).OrderByDescending(r => r.Sequence).Take(LookBack).Select(r => r.Text).ToListAsync();
        return texts.Select(t => JsonNode.Parse(t)!).FirstOrDefault(t => (string?)t["id"] == id) is { } text
            ? new LastChange((string)text["by"]!, InstantConversion.FromMicroseconds((long)text["at"]!))
            : null;
    }

    /// <summary>The name of an account as pages show it; a job's or an unknown one is shown as it is recorded.</summary>
    public static async Task<string> NameOfAsync(this AppDbContext db, string account)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Users.Where(u => u.UserName == account).Select(u => u.Name).SingleOrDefaultAsync() ?? account;
    }
}
