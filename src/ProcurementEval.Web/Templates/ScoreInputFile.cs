using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>A file of kind score-input: what one subject's scoring rests on, facts and scores nested by the codes of its template.</summary>
public static class ScoreInputFile
{
    /// <summary>Reads an input and checks it against its template; nothing is scored before all of it holds.</summary>
    /// <exception cref="FileRefusedException">Every fault with its line.</exception>
    public static ScoreInput Read(string path, Loaded<Template> template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var file = YamlFile.Read(path);
        var shape = SchemaCheck.Faults(file, Catalogue.Around(path).Schema("score-input"));
        if (shape.Count > 0)
        {
            throw new FileRefusedException(shape);
        }

        var (input, faults) = Sense(file, template);
        return faults.Count == 0 ? input : throw new FileRefusedException([.. faults.OrderBy(f => f.Line)]);
    }

    /// <summary>The faults of an input whose shape is right; without a named template there is nothing to compare it with.</summary>
    internal static IEnumerable<FileFault> Faults(YamlFile file, Catalogue catalogue)
    {
        if (Root(file)["template"]?.Deserialize<TemplateReference>(DomainJson.Options) is not { } named)
        {
            return [];
        }

        var files = new NamedFiles(file, catalogue);
        return files.Template(named) is null ? files.Faults : Sense(file, catalogue.Template(named)).Faults;
    }

    private static (ScoreInput Input, IReadOnlyList<FileFault> Faults) Sense(YamlFile file, Loaded<Template> template)
    {
        var (root, reader) = (Root(file), new FactReader(template.Value));
        List<Fault> faults = [.. Named(root["template"]?.Deserialize<TemplateReference>(DomainJson.Options), template)];
        var list = Assessors(root).ToArray();
        var input = new ScoreInput
        {
            Facts = reader.Facts((JsonObject)root["facts"]!, "facts", faults),
            Assessors = [.. list.Select((a, i) => new Assessor(Id(a), a["rater"]!.GetValue<string>(), Scores(reader, a, $"assessors/{i}/scores", faults)))],
            Vetoes = VetoReader.Standing(template.Value, root["vetoes"] as JsonObject ?? [], "vetoes", faults),
            Combination = root["combination"]?.GetValue<string>() == "trimmed-mean" ? Combination.TrimmedMean : Combination.Mean,
        };

        // What could not be read would be called missing too; one fault a place is enough.
        var unmet = ScoreCheck.Faults(template.Value, input).Select(f => f with { Path = InFile(f.Path, list) }).Where(f => faults.All(known => known.Path != f.Path));
        return (input, [.. FileCheck.Placed(file, [.. faults, .. unmet])]);
    }

    private static IEnumerable<Fault> Named(TemplateReference? named, Loaded<Template> template)
    {
        var (id, version) = (template.Value.Id, template.Value.Version);
        if (named is not null && (named.Id != id || named.Version != version))
        {
            yield return Fault.Block("template", "NameDisagrees", named.Id, named.Version, id, version);
        }
        else if (named?.Sha256 is { } pinned && pinned != template.File.Sha256)
        {
            yield return Fault.Block("template/sha256", "HashDiffers", pinned, template.File.Sha256);
        }
    }

    private static Dictionary<string, Judgement> Scores(FactReader reader, JsonObject assessor, string path, List<Fault> faults)
    {
        var judgements = new Dictionary<string, Judgement>(StringComparer.Ordinal);
        foreach (var (key, item, value) in reader.Flatten((JsonObject)assessor["scores"]!))
        {
            if (item is null)
            {
                faults.Add(Fault.Block($"{path}/{key}", "JudgementUnknown", Id(assessor), key));
            }
            else if (JudgementOf(value) is { } judgement)
            {
                judgements[key] = judgement;
            }
            else
            {
                faults.Add(Fault.Block($"{path}/{key}", "ScoreOfWrongKind", key, item.Title));
            }

            // A part of a sum and a commented score look alike to the schema.
            faults.AddRange(item is null || value is not JsonObject map ? [] : map.Where(p => p.Key is not ("points" or "comment")).Select(p => Fault.Block($"{path}/{key}/{p.Key}", "KeyUnknown", p.Key, "points, comment")));
        }

        return judgements;
    }

    private static Judgement? JudgementOf(JsonNode? value) => value switch
    {
        JsonObject map => Number(map["points"]) is { } points ? new(points, map["comment"]?.ToString()) : null,
        _ => Number(value) is { } points ? new(points) : null,
    };

    // The check names an assessor by his id, the file by his place in the list; of two with one id the later is the one too many.
    private static string InFile(string path, JsonObject[] list)
    {
        var steps = path.Split('/', 3);
        var index = steps[0] == "assessors" ? Array.FindLastIndex(list, a => Id(a) == steps[1]) : -1;
        return index < 0 ? path : $"assessors/{index}/{(steps.Length > 2 ? $"scores/{steps[2]}" : "id")}";
    }

    private static JsonObject Root(YamlFile file) => (JsonObject)file.Root.ToJson();

    private static IEnumerable<JsonObject> Assessors(JsonObject root) => ((JsonArray)root["assessors"]!).Cast<JsonObject>();

    private static string Id(JsonObject assessor) => assessor["id"]!.GetValue<string>();

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;
}
