using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>A file of kind score-input: what one subject's scoring rests on, facts and scores nested by the codes of its template.</summary>
public sealed class ScoreInputFile
{
    private static readonly string[] Keys = ["kind", "template", "combination", "facts", "assessors", "vetoes"];

    private readonly YamlFile file;
    private readonly JsonObject root;
    private readonly List<Fault> faults = [];

    private ScoreInputFile(YamlFile file) => (this.file, root) = (file, (JsonObject)file.Root.ToJson());

    /// <summary>Reads and checks an input against its template; nothing is scored before all of it holds.</summary>
    /// <exception cref="FileRefusedException">Every fault with its line.</exception>
    public static ScoreInput Read(string path, Loaded<Template> template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new ScoreInputFile(YamlFile.Read(path)).Read(template);
    }

    private ScoreInput Read(Loaded<Template> template)
    {
        Refuse("kind", Text(root["kind"]) != "score-input", "WordUnknown", "kind", Written(root["kind"]), "score-input");
        Known(root, string.Empty, Keys);
        Pinned(template);
        var reader = new FactReader(template.Value);
        var input = new ScoreInput
        {
            Facts = reader.Facts(Map(root, "facts"), "facts", faults),
            Assessors = Assessors(reader),
            Vetoes = VetoReader.Standing(template.Value, Map(root, "vetoes"), "vetoes", faults),
            Combination = CombinationOf(root["combination"]),
        };
        // What could not be read would be called missing too; one fault a place is enough.
        var unmet = ScoreCheck.Faults(template.Value, input).Select(f => f with { Path = InFile(f.Path) }).Where(f => faults.All(known => known.Path != f.Path));
        FileFault[] all = [.. faults.Concat(unmet).Select(f => FileFault.Block(file.Path, file.LineOf(f.Path), f.Code, f.Arguments)).OrderBy(f => f.Line)];
        return all.Length == 0 ? input : throw new FileRefusedException(all);
    }

    private void Pinned(Loaded<Template> template)
    {
        if (!root.ContainsKey("template"))
        {
            return;
        }

        var (named, actual) = (Map(root, "template"), template.Value);
        Known(named, "template/", "id", "version", "sha256");
        var same = Text(named["id"]) == actual.Id && named["version"] is var version && (version is null || Number(version) == actual.Version);
        Refuse("template", !same, "NameDisagrees", Written(named["id"]), Written(named["version"]), actual.Id, actual.Version);
        Refuse("template/sha256", named.ContainsKey("sha256") && Text(named["sha256"]) != template.File.Sha256, "HashDiffers", Written(named["sha256"]), template.File.Sha256);
    }

    private Assessor[] Assessors(FactReader reader)
    {
        Refuse("assessors", root["assessors"] is not (null or JsonArray), "ListExpected", "assessors", Written(root["assessors"]));
        var assessors = new List<Assessor>();
        var list = root["assessors"] as JsonArray ?? [];
        for (var i = 0; i < list.Count; i++)
        {
            var path = $"assessors/{i}";
            if (list[i] is not JsonObject one)
            {
                faults.Add(Fault.Block(path, "MapExpected", "assessors", Written(list[i])));
                continue;
            }

            Known(one, path + "/", "id", "rater", "scores");
            Refuse(path, string.IsNullOrWhiteSpace(Text(one["id"])), "KeyMissing", "id");
            Refuse(path, string.IsNullOrWhiteSpace(Text(one["rater"])), "KeyMissing", "rater");
            var id = Text(one["id"]) ?? path;
            assessors.Add(new Assessor(id, Text(one["rater"]) ?? string.Empty, Scores(reader, id, Map(one, "scores", path + "/"), path + "/scores/")));
        }

        return [.. assessors];
    }

    private Dictionary<string, Judgement> Scores(FactReader reader, string assessor, JsonObject scores, string path)
    {
        var judgements = new Dictionary<string, Judgement>(StringComparer.Ordinal);
        foreach (var (key, input, value) in reader.Flatten(scores))
        {
            if (Number(value) is { } points)
            {
                judgements[key] = new Judgement(points);
            }
            else if (input is not null && value is JsonObject commented && Number(commented["points"]) is { } figure)
            {
                Known(commented, $"{path}{key}/", "points", "comment");
                judgements[key] = new Judgement(figure, Text(commented["comment"]));
            }
            else
            {
                faults.Add(input is null ? Fault.Block(path + key, "JudgementUnknown", assessor, key) : Fault.Block(path + key, "ScoreOfWrongKind", key, input.Title));
            }
        }

        return judgements;
    }

    private Combination CombinationOf(JsonNode? word)
    {
        Refuse("combination", word is not null && Text(word) is not ("mean" or "trimmed-mean"), "WordUnknown", "combination", Written(word), "mean, trimmed-mean");
        return Text(word) == "trimmed-mean" ? Combination.TrimmedMean : Combination.Mean;
    }

    private JsonObject Map(JsonObject parent, string key, string above = "")
    {
        Refuse(above + key, parent[key] is not (null or JsonObject), "MapExpected", key, Written(parent[key]));
        return parent[key] as JsonObject ?? [];
    }

    private void Known(JsonObject map, string above, params string[] keys)
    {
        foreach (var key in map.Select(p => p.Key).Where(k => !keys.Contains(k)))
        {
            faults.Add(Fault.Block(above + key, "KeyUnknown", key, string.Join(", ", keys)));
        }
    }

    private void Refuse(string path, bool refused, string code, params object[] arguments)
    {
        if (refused)
        {
            faults.Add(Fault.Block(path, code, arguments));
        }
    }

    // The check names an assessor by his id, the file by his place in the list; of two with one id the later is the one too many.
    private string InFile(string path)
    {
        var steps = path.Split('/', 3);
        var index = steps[0] == "assessors" && root["assessors"] is JsonArray list ? list.ToList().FindLastIndex(a => Text((a as JsonObject)?["id"]) == steps[1]) : -1;
        return index < 0 ? path : $"assessors/{index}/{(steps.Length > 2 ? $"scores/{steps[2]}" : "id")}";
    }

    private static string Written(JsonNode? value) => value?.ToString() ?? string.Empty;

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;
}
