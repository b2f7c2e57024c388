using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProcurementEval.Web.Templates;

/// <summary>A node of a YAML file with the line it begins on, from 1.</summary>
public abstract record YamlNode(int Line)
{
    /// <summary>The line of the node at a slash-separated path of keys and zero-based positions; of the nearest ancestor where the path leads nowhere.</summary>
    public int LineOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (node, line) = (this, Line);
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = node.Child(step);
            if (next is null)
            {
                break;
            }

            (node, line) = (next.Value.Node, next.Value.Line);
        }

        return line;
    }

    public abstract JsonNode? ToJson();

    protected abstract (YamlNode Node, int Line)? Child(string step);
}

/// <summary>A mapping; keys are unique.</summary>
public sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    public override JsonNode ToJson() => new JsonObject(Entries.Select(e => KeyValuePair.Create(e.Key, e.Value.ToJson())));

    // A key may hold a slash itself ("S1/part"), so a step that finds nothing is not an error.
    protected override (YamlNode Node, int Line)? Child(string step) => Entries.FirstOrDefault(e => e.Key == step) is { } entry ? (entry.Value, entry.Line) : null;
}

/// <summary>A key with its value and the key's line.</summary>
public sealed record YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>A sequence.</summary>
public sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line)
{
    public override JsonNode ToJson() => new JsonArray([.. Items.Select(i => i.ToJson())]);

    protected override (YamlNode Node, int Line)? Child(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < Items.Count ? (Items[i], Items[i].Line) : null;
}

/// <summary>A scalar; only plain ones can be numbers, truth values or null.</summary>
public sealed partial record YamlScalar(int Line, string Value, bool IsPlain) : YamlNode(Line)
{
    public override JsonNode? ToJson() => (IsPlain, Value) switch
    {
        (true, "" or "~" or "null") => null,
        (true, "true") => JsonValue.Create(true),
        (true, "false") => JsonValue.Create(false),
        (true, _) when Number().IsMatch(Value) => JsonNode.Parse(Value),
        _ => JsonValue.Create(Value),
    };

    protected override (YamlNode Node, int Line)? Child(string step) => null;

    // No exponents, no NaN, and no more digits than a decimal holds exactly.
    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
