using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>Reads the input of one scoring (kind: score-input), whose values take their shape from the template.</summary>
public static class ScoreInputReader
{
    /// <summary>The input; what does not fit the template is added to the faults, and then the input must not be scored.</summary>
    public static ScoreInput Read(YamlFile file, Template template, ICollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        var root = (JsonObject)file.Root.ToJson();
        var reader = new FactReader(template);
        var input = new ScoreInput
        {
            Facts = reader.Facts(Map(root, "facts"), "facts", faults),
            Assessors = [.. (root["assessors"] as JsonArray ?? []).OfType<JsonObject>().Select((assessor, i) => Assessor(assessor, i, reader, faults))],
            Vetoes = Vetoes(Map(root, "vetoes"), template, faults),
            Combination = root["combination"]?.GetValue<string>() == "trimmed-mean" ? Combination.TrimmedMean : Combination.Mean,
        };
        foreach (var fault in ScoreCheck.Faults(template, input).Where(f => faults.All(known => !SamePlace(known, f, input))))
        {
            faults.Add(fault with { Path = InFile(fault.Path, input) });
        }

        return input;
    }

    /// <summary>The faults of a score input; without a named template only its shape can be checked.</summary>
    internal static IEnumerable<FileFault> Faults(YamlFile file, Catalogue catalogue)
    {
        if (((JsonObject)file.Root.ToJson())["template"] is not { } named)
        {
            return [];
        }

        var files = new NamedFiles(file, catalogue);
        var faults = new List<Fault>();
        if (files.Template(named.Deserialize<TemplateReference>(DomainJson.Options)!) is { } template)
        {
            Read(file, template, faults);
        }

        return [.. files.Faults, .. FileCheck.Placed(file, faults)];
    }

    private static JsonObject Map(JsonObject root, string key) => root[key] as JsonObject ?? [];

    private static Assessor Assessor(JsonObject assessor, int order, FactReader reader, ICollection<Fault> faults)
    {
        var judgements = new Dictionary<string, Judgement>();
        foreach (var (key, input, value) in reader.Flatten(Map(assessor, "scores")))
        {
            if (JudgementOf(value) is { } judgement)
            {
                judgements[key] = judgement;
            }
            else
            {
                faults.Add(Fault.Block($"assessors/{order}/scores/{key}", "ScoreOfWrongKind", key, input?.Title ?? key));
            }
        }

        return new Assessor(assessor["id"]!.GetValue<string>(), assessor["rater"]!.GetValue<string>(), judgements);
    }

    private static Judgement? JudgementOf(JsonNode? value) => value switch
    {
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => new Judgement(number.GetValue<decimal>()),
        JsonObject map when map["points"] is JsonValue points && points.GetValueKind() == JsonValueKind.Number && map.All(p => p.Key is "points" or "comment")
            && map["comment"] is null or JsonValue => new Judgement(map["points"]!.GetValue<decimal>(), map["comment"]?.ToString()),
        _ => null,
    };

    // A veto stands when all its conditions do.
    private static HashSet<string> Vetoes(JsonObject vetoes, Template template, ICollection<Fault> faults)
    {
        foreach (var (code, conditions) in vetoes)
        {
            var veto = template.Vetoes.FirstOrDefault(v => v.Code == code);
            if (veto is null)
            {
                faults.Add(Fault.Block($"vetoes/{code}", "VetoUnknown", code));
            }

            foreach (var condition in (conditions as JsonObject ?? []).Select(c => c.Key).Where(c => veto is not null && veto.Conditions.All(v => v.Code != c)))
            {
                faults.Add(Fault.Block($"vetoes/{code}/{condition}", "VetoConditionUnknown", code, condition, string.Join(", ", veto!.Conditions.Select(c => c.Code))));
            }
        }

        return [.. template.Vetoes.Where(v => v.Conditions.All(c => vetoes[v.Code]?[c.Code]?.GetValueKind() == JsonValueKind.True)).Select(v => v.Code)];
    }

    // ScoreCheck speaks of assessors by id; the file lists them by position.
    private static string InFile(string path, ScoreInput input)
    {
        var steps = path.Split('/', 3);
        var order = steps[0] == "assessors" && steps.Length > 1 ? input.Assessors.Select(a => a.Id).ToList().IndexOf(steps[1]) : -1;
        return order < 0 ? path : $"assessors/{order}/scores/{(steps.Length > 2 ? steps[2] : string.Empty)}";
    }

    // What could not be read is missing too; once is enough.
    private static bool SamePlace(Fault known, Fault fault, ScoreInput input) => known.Path == InFile(fault.Path, input);
}
