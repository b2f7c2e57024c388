using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>Reads facts and scores as files write them: the shape of a value follows the rule that reads it, parts of a sum are nested under its code.</summary>
public sealed class FactReader(Template template)
{
    private readonly Dictionary<string, RuleInput> inputs = RuleInput.Of(template).ToDictionary(i => i.Key);

    /// <summary>Every value of a nested map by its key ("CODE", "CODE/part"); keys the template does not know are kept as they are, so that the check names them.</summary>
    public IEnumerable<(string Key, RuleInput? Input, JsonNode? Value)> Flatten(JsonObject values, string prefix = "")
    {
        foreach (var (name, value) in values)
        {
            var key = prefix + name;
            if (inputs.TryGetValue(key, out var input))
            {
                yield return (key, input, value);
            }
            else if (value is JsonObject nested && inputs.Keys.Any(k => k.StartsWith(key + "/", StringComparison.Ordinal)))
            {
                foreach (var part in Flatten(nested, key + "/"))
                {
                    yield return part;
                }
            }
            else
            {
                yield return (key, null, value);
            }
        }
    }

    /// <summary>Reads all facts; what does not fit its rule becomes a fault at its path below <paramref name="path"/>.</summary>
    public IReadOnlyDictionary<string, Fact> Facts(JsonObject values, string path, ICollection<Fault> faults)
    {
        var facts = new Dictionary<string, Fact>();
        foreach (var (key, input, value) in Flatten(values))
        {
            if (input is null)
            {
                faults.Add(Fault.Block($"{path}/{key}", "FactUnknown", key));
            }
            else if (FactOf(input.Rule, value) is { } fact)
            {
                facts[key] = fact;
            }
            else
            {
                faults.Add(Fault.Block($"{path}/{key}", "FactShapeWrong", key, input.Title, Shape(input.Rule)));
            }
        }

        return facts;
    }

    /// <summary>The shape a rule expects, as the README of the formats shows it.</summary>
    public static string Shape(Rule rule) => rule switch
    {
        MetRule => "true / false",
        LookupRule lookup => string.Join(" | ", lookup.Table.Select(e => e.Key)),
        RatioRule { Target: null } or InverseRatioRule { Target: null } => "{ actual: 46, target: 50 }",
        RatioRule or InverseRatioRule => "46",
        DeductRule { ZeroIf: not null } => "{ count: 1, zero: false }",
        SurveyRule { Form: SurveyForm.Likert } => "{ counts: [0, 1, 4, 20, 35] }",
        SurveyRule => "{ valid: 48, asked: 60 }",
        LowestPriceRule or HoursRule => "{ own: 36000, best: 36000 }",
        _ => "3",
    };

    private static Fact? FactOf(Rule rule, JsonNode? value) => rule switch
    {
        MetRule => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? new FlagFact(value.GetValue<bool>()) : null,
        LookupRule => Text(value) is { } key ? new CategoryFact(key) : null,
        RatioRule or InverseRatioRule => Number(value) is { } actual ? new RatioFact(actual, null)
            : Number(value, "actual") is { } part && Only(value, "actual", "target") ? new RatioFact(part, Number(value, "target")) : null,
        DeductRule => Number(value) is { } count ? new DeductFact(count, Zero: false)
            : Number(value, "count") is { } counted && Only(value, "count", "zero") ? new DeductFact(counted, value!["zero"]?.GetValueKind() == JsonValueKind.True) : null,
        SurveyRule { Form: SurveyForm.Likert } => Counts(value) is { } counts && Only(value, "counts") ? new LikertFact(counts) : null,
        SurveyRule => Whole(value, "valid") is { } valid && Whole(value, "asked") is { } asked && Only(value, "valid", "asked") ? new ValidShareFact(valid, asked) : null,
        LowestPriceRule or HoursRule => Number(value, "own") is { } own && Number(value, "best") is { } best ? new ComparedFact(own, best) : null,
        _ => Number(value) is { } number ? new NumberFact(number) : null,
    };

    private static bool Only(JsonNode? value, params string[] keys) => value is JsonObject map && map.All(p => keys.Contains(p.Key));

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    private static decimal? Number(JsonNode? value, string key) => value is JsonObject map ? Number(map[key]) : null;

    private static int? Whole(JsonNode? value, string key) => Number(value, key) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    private static int[]? Counts(JsonNode? value) =>
        value is JsonObject map && map["counts"] is JsonArray list && list.All(n => Number(n) is { } d && d == decimal.Truncate(d) && d is >= 0 and <= 1_000_000)
            ? [.. list.Select(n => (int)Number(n)!.Value)] : null;

    // A count of points met may be written as a number (3) and looks up the key "3".
    private static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.GetValue<decimal>().ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
