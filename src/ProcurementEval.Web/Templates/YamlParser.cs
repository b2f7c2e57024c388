using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProcurementEval.Web.Templates;

/// <summary>Turns YAML events into nodes, without recursion, and refuses what plain data never needs: anchors, aliases, tags, deep nesting, duplicate keys, several documents.</summary>
internal sealed class YamlParser(string path)
{
    public const int MaximumDepth = 32;

    private readonly Stack<Level> open = new();
    private YamlNode? root;

    public YamlMap Parse(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            while (parser.MoveNext())
            {
                Take(parser.Current!);
            }
        }
        catch (YamlException e)
        {
            // The parser reports a tab at the mapping around it.
            var tab = Array.FindIndex(text.Split('\n'), (int)e.Start.Line - 1, l => l[..^l.TrimStart().Length].Contains('\t', StringComparison.Ordinal));
            throw tab >= 0 && e.Message.Contains(" tab ", StringComparison.Ordinal) ? Refused(tab + 1, "TabIndents") : Refused((int)e.End.Line, "YamlSyntax", (int)e.End.Column, e.Message);
        }
        catch (InvalidOperationException e)
        {
            // What YamlDotNet throws where a flow mapping is never closed.
            var end = parser.Current?.End ?? Mark.Empty;
            throw Refused((int)end.Line, "YamlSyntax", (int)end.Column, e.Message);
        }

        return root as YamlMap ?? throw Refused(root?.Line ?? 1, root is null ? "FileEmpty" : "NoMapping");
    }

    private void Take(ParsingEvent parsed)
    {
        var line = (int)parsed.Start.Line;
        if (parsed is NodeEvent node)
        {
            Require(node.Anchor.IsEmpty, line, "AnchorRefused");
            Require(node.Tag.IsEmpty || node is Scalar { IsQuotedImplicit: true }, line, "TagRefused");
        }

        switch (parsed)
        {
            case AnchorAlias:
                throw Refused(line, "AnchorRefused");
            case DocumentStart when root is not null:
                throw Refused(line, "SeveralDocuments");
            case MappingStart:
                Enter(new Level(line, IsMap: true));
                break;
            case SequenceStart:
                Enter(new Level(line, IsMap: false));
                break;
            case MappingEnd:
                var map = open.Pop();
                Place(new YamlMap(map.Line, map.Entries));
                break;
            case SequenceEnd:
                var list = open.Pop();
                Place(new YamlList(list.Line, list.Items));
                break;
            case Scalar scalar:
                Place(new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain));
                break;
        }
    }

    private void Enter(Level level)
    {
        Require(open.Count < MaximumDepth, level.Line, "TooDeep", MaximumDepth);
        open.Push(level);
    }

    private void Place(YamlNode node)
    {
        if (!open.TryPeek(out var level))
        {
            root = node;
        }
        else if (!level.IsMap)
        {
            level.Items.Add(node);
        }
        else if (level.Key is { } key)
        {
            level.Entries.Add(new YamlEntry(key.Value, key.Line, node));
            level.Key = null;
        }
        else
        {
            level.Key = node as YamlScalar ?? throw Refused(node.Line, "KeyNotText");
            var name = level.Key.Value;
            Require(level.Keys.TryAdd(name, node.Line), node.Line, "DuplicateKey", name, level.Keys[name]);
        }
    }

    private void Require(bool kept, int line, string code, params object[] arguments)
    {
        if (!kept)
        {
            throw Refused(line, code, arguments);
        }
    }

    private FileRefusedException Refused(int line, string code, params object[] arguments) => new(path, line, code, arguments);

    private sealed record Level(int Line, bool IsMap)
    {
        public List<YamlEntry> Entries { get; } = [];

        public List<YamlNode> Items { get; } = [];

        public Dictionary<string, int> Keys { get; } = new(StringComparer.Ordinal);

        public YamlScalar? Key { get; set; }
    }
}
