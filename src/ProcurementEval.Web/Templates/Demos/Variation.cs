using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcurementEval.Web.Templates.Demos;

/// <summary>A file's content on its way to another: dates moved, texts replaced, values set by their paths.</summary>
internal sealed class Variation(JsonNode root)
{
    private const string DateFormat = "yyyy-MM-dd";

    public string ToYaml() => YamlText.Of(root);

    public string Text(string path) => Find(path)?.GetValue<string>() ?? throw new ArgumentException(path, nameof(path));

    /// <summary>The texts under one key of every element of a list.</summary>
    public IReadOnlyList<string> Texts(string list, string key) => [.. Find(list)!.AsArray().Select(item => item![key]!.GetValue<string>())];

    public void Move(int weeks) => EveryText((text, _) => DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date.AddDays(7 * weeks).ToString(DateFormat, CultureInfo.InvariantCulture)
        : text);

    /// <summary>All at once, so that two texts may change places; only whole values are replaced.</summary>
    public void Replace(IReadOnlyDictionary<string, string> texts) => EveryText((text, _) => texts.GetValueOrDefault(text, text));

    /// <summary>Gives what has one of these codes its name.</summary>
    public void Name(IReadOnlyDictionary<string, string> names) => EveryText((text, place) =>
        place is { Parent: JsonObject map } && place.GetPropertyName() == "name" && map["code"] is JsonValue code && code.GetValueKind() == JsonValueKind.String ? names.GetValueOrDefault(code.GetValue<string>(), text) : text);

    public void Set(string path, JsonNode? value)
    {
        var (parent, key) = (Find(path[..Math.Max(0, path.LastIndexOf('/'))]), path[(path.LastIndexOf('/') + 1)..]);
        switch (parent)
        {
            case JsonObject map when value is null:
                map.Remove(key);
                break;
            case JsonObject map:
                map[key] = value.DeepClone();
                break;
            case JsonArray list when int.TryParse(key, CultureInfo.InvariantCulture, out var i) && i < list.Count && value is null:
                list.RemoveAt(i);
                break;
            case JsonArray list when int.TryParse(key, CultureInfo.InvariantCulture, out var i) && i < list.Count:
                list[i] = value?.DeepClone();
                break;
            default:
                throw new ArgumentException(path, nameof(path));
        }
    }

    /// <summary>Sets values in their order: after an element of a list is removed, the later ones move up.</summary>
    public void SetAll(JsonObject values)
    {
        foreach (var (path, value) in values)
        {
            Set(path, value);
        }
    }

    private JsonNode? Find(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)root, (node, step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when int.TryParse(step, CultureInfo.InvariantCulture, out var i) && i < list.Count => list[i],
        _ => null,
    });

    private void EveryText(Func<string, JsonNode, string> change)
    {
        foreach (var value in Values(root).Where(v => v.GetValueKind() == JsonValueKind.String).ToArray())
        {
            var (text, changed) = (value.GetValue<string>(), change(value.GetValue<string>(), value));
            if (text != changed)
            {
                value.ReplaceWith(changed);
            }
        }
    }

    private static IEnumerable<JsonValue> Values(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => Values(p.Value)),
        JsonArray list => list.SelectMany(Values),
        JsonValue value => [value],
        _ => [],
    };
}
