using System.Text;

namespace ProcurementEval.Web.Templates;

/// <summary>Writes a YAML tree as JSON text whose tokens stand on the lines that they have in the YAML, so that any JSON reader's line numbers are the file's.</summary>
internal sealed class LineJson
{
    private readonly StringBuilder text = new();
    private int line = 1;

    public static string Of(YamlNode root)
    {
        var writer = new LineJson();
        writer.Write(root);
        return writer.text.ToString();
    }

    private void Write(YamlNode node)
    {
        MoveTo(node.Line);
        switch (node)
        {
            case YamlMap map:
                Write('{', map.Entries, '}', entry =>
                {
                    MoveTo(entry.Line);
                    text.Append(System.Text.Json.Nodes.JsonValue.Create(entry.Key)!.ToJsonString()).Append(':');
                    Write(entry.Value);
                });
                break;
            case YamlList list:
                Write('[', list.Items, ']', Write);
                break;
            default:
                text.Append(node.ToJson()?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Write<T>(char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ",");
            write(items[i]);
        }

        text.Append(close);
    }

    private void MoveTo(int target)
    {
        for (; line < target; line++)
        {
            text.Append('\n');
        }
    }
}
