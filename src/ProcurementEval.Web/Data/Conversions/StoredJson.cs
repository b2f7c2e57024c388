using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>Domain records as canonical JSON: one line, keys in ordinal order, derived figures left out; the same record always gives the same text.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options) { IgnoreReadOnlyProperties = true };

    public static string Write<T>(T value) => Sorted(JsonSerializer.SerializeToNode(value, Options))?.ToJsonString(Options) ?? "null";

    /// <exception cref="JsonException">The text is not such a record.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("null");

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
