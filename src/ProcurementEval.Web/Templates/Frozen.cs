using System.Collections.Concurrent;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>Reads plans and templates back from the texts that contracts, tenders and evaluations keep; equal texts are parsed once.</summary>
public static class Frozen
{
    private static readonly ConcurrentDictionary<string, Plan> Plans = new();
    private static readonly ConcurrentDictionary<string, Template> Templates = new();

    public static Plan ToPlan(this FrozenText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Plans.GetOrAdd(text.Text, _ => Catalogue.Parse<Plan>(YamlFile.Of(text.Id, text.Text)).Value);
    }

    public static Template ToTemplate(this FrozenText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Templates.GetOrAdd(text.Text, _ => Catalogue.Parse<Template>(YamlFile.Of(text.Id, text.Text)).Value);
    }
}
