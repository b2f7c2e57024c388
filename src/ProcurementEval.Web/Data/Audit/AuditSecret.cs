using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>The erasable part of a record: the salt, and the values that it hides.</summary>
internal sealed record AuditSecret(byte[] Salt, JsonObject Values)
{
    private const string Salted = "salted";

    public static JsonObject Hide(byte[] salt, string column, JsonNode? value) => new() { [Salted] = Canonical.Salted(salt, column, value) };

    /// <summary>The hash that stands for a hidden value; null where the value is open.</summary>
    public static string? HashIn(JsonNode? recorded) => recorded is JsonObject o && o[Salted] is JsonValue hash && hash.TryGetValue(out string? text) ? text : null;

    public string ToText() => Canonical.Text(new JsonObject { ["salt"] = Convert.ToHexStringLower(Salt), ["values"] = Values.DeepClone() });

    /// <summary>Null where the text is not of this program's making.</summary>
    public static AuditSecret? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject o && o["values"] is JsonObject values ? new(Convert.FromHexString((string)o["salt"]!), values) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
