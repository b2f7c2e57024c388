using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>The text of an audit record, read.</summary>
internal sealed record AuditEntry(string Chain, int Sequence, string Change, string Entity, string Id, JsonObject Values)
{
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public bool Removes => string.Equals(Change, nameof(EntityState.Deleted), StringComparison.Ordinal);

    /// <summary>Null where the text is not of this program's making.</summary>
    public static AuditEntry? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject o && o["values"] is JsonObject values
                ? new((string)o["chain"]!, (int)o["sequence"]!, (string)o["change"]!, (string)o["entity"]!, (string)o["id"]!, values) { At = InstantConversion.FromMicroseconds((long)o["at"]!), By = (string)o["by"]! }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
