using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>Reads which vetoes stand, as files write them: { VETO: { condition: true } }; one that is not written does not stand.</summary>
public static class VetoReader
{
    /// <summary>The codes of the vetoes whose conditions all stand; what does not fit becomes a fault below <paramref name="path"/>.</summary>
    public static IReadOnlySet<string> Standing(Template template, JsonObject vetoes, string path, ICollection<Fault> faults)
    {
        var standing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, value) in vetoes)
        {
            if (template.Vetoes.FirstOrDefault(v => v.Code == code) is not { } veto)
            {
                faults.Add(Fault.Block($"{path}/{code}", "VetoUnknown", code));
            }
            else if (value is not JsonObject conditions)
            {
                faults.Add(Fault.Block($"{path}/{code}", "MapExpected", code, value?.ToString() ?? string.Empty));
            }
            else if (Stands(veto, conditions, $"{path}/{code}", faults))
            {
                standing.Add(code);
            }
        }

        return standing;
    }

    // Every condition must be answered: a forgotten one is not the same as one that was looked into and does not hold.
    private static bool Stands(Veto veto, JsonObject conditions, string path, ICollection<Fault> faults)
    {
        foreach (var (stranger, _) in conditions.Where(c => veto.Conditions.All(v => v.Code != c.Key)))
        {
            faults.Add(Fault.Block($"{path}/{stranger}", "VetoConditionUnknown", veto.Code, stranger, string.Join(", ", veto.Conditions.Select(c => c.Code))));
        }

        foreach (var condition in veto.Conditions.Select(c => c.Code).Where(c => !IsAnswered(conditions[c])))
        {
            faults.Add(conditions[condition] is { } value ? Fault.Block($"{path}/{condition}", "TruthExpected", condition, value.ToString()) : Fault.Block($"{path}/{condition}", "KeyMissing", condition));
        }

        return veto.Conditions.All(c => conditions[c.Code]?.GetValueKind() == JsonValueKind.True);
    }

    private static bool IsAnswered(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
}
