using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProcurementEval.Web.Templates.Demos;

/// <summary>Writes plain data as YAML blocks, as a person would write it.</summary>
internal static partial class YamlText
{
    public static string Of(JsonNode root) => string.Join('\n', Lines(root)) + "\n";

    private static IEnumerable<string> Lines(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } map => map.SelectMany(p => p.Value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }
            ? Lines(p.Value).Select(l => "  " + l).Prepend($"{Plain(p.Key)}:")
            : [$"{Plain(p.Key)}: {Lines(p.Value).Single()}"]),
        JsonArray { Count: > 0 } list => list.SelectMany(item => Lines(item).Select((l, i) => (i == 0 ? "- " : "  ") + l)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [Plain(value.GetValue<string>())],
        null => ["null"],
        _ => [node.ToJsonString(DomainJson.Options)],
    };

    // Whatever YAML could take for something else stands in quotes.
    private static string Plain(string text) => text is not ("true" or "false" or "null") && Word().IsMatch(text) ? text : JsonSerializer.Serialize(text, DomainJson.Options);

    [GeneratedRegex(@"^(\p{L}[\p{L}\p{N}.（），。、；-]*|[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
