using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Reads the lists of scores of one bid or subject: each list follows the order of those members who judge its item; an element is a number or { points, comment }.</summary>
public sealed class CaseScores(Template template)
{
    private readonly FactReader reader = new(template);

    /// <summary>What all subjects share, with a subject's own in its place, item by item.</summary>
    public static JsonObject Over(JsonObject shared, JsonObject own)
    {
        ArgumentNullException.ThrowIfNull(shared);
        ArgumentNullException.ThrowIfNull(own);
        var merged = (JsonObject)shared.DeepClone();
        foreach (var (key, value) in own)
        {
            merged[key] = value?.DeepClone();
        }

        return merged;
    }

    /// <summary>The members who judge an item, in their order: those of its class of raters, which is the template's first where the item names none.</summary>
    public IReadOnlyList<CaseMember> JudgesOf(RuleInput item, IReadOnlyList<CaseMember> members)
    {
        ArgumentNullException.ThrowIfNull(item);
        var rater = item.Rater ?? (template.Raters.Count < 2 ? null : template.Raters[0].Code);
        return [.. members.Where(m => rater is null || m.Rater == rater)];
    }

    /// <summary>Every member with his judgements; what cannot be read becomes a fault at its path below <paramref name="path"/>.</summary>
    public IReadOnlyList<Assessor> Assessors(JsonObject scores, IReadOnlyList<CaseMember> members, string path, ICollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var judgements = members.DistinctBy(m => m.Id).ToDictionary(m => m.Id, _ => new Dictionary<string, Judgement>());
        foreach (var (key, item, value) in reader.Flatten(scores))
        {
            if (item is null || item.Rule.SuppliedBy != Supplier.Assessor)
            {
                faults.Add(Fault.Block($"{path}/{key}", "CaseScoreUnknown", key));
                continue;
            }

            var judges = JudgesOf(item, members);
            if (value is not JsonArray list || list.Count != judges.Count)
            {
                faults.Add(Fault.Block($"{path}/{key}", "CaseScoreCount", key, judges.Count, (value as JsonArray)?.Count ?? 0));
                continue;
            }

            for (var i = 0; i < judges.Count; i++)
            {
                if (JudgementOf(list[i]) is { } judgement)
                {
                    judgements[judges[i].Id][key] = judgement;
                }
                else
                {
                    faults.Add(Fault.Block($"{path}/{key}/{i}", "CaseScoreNoNumber", key));
                }
            }
        }

        return [.. members.DistinctBy(m => m.Id).Select(m => new Assessor(m.Id, m.Rater, judgements[m.Id]))];
    }

    private static Judgement? JudgementOf(JsonNode? value) => value switch
    {
        JsonObject map when map["points"] is { } points && Number(points) is { } given && map.All(p => p.Key is "points" or "comment") => new(given, map["comment"]?.ToString()),
        _ => Number(value) is { } number ? new(number) : null,
    };

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;
}
