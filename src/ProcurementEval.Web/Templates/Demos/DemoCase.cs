using System.Globalization;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Web.Templates.Demos;

/// <summary>Makes a contract of the demonstration out of the case that it varies: case and plan as they would be written, to be checked and walked as any other.</summary>
internal static class DemoCase
{
    /// <returns>The varied case, and the catalogue that holds its varied plan.</returns>
    /// <exception cref="ArgumentException">A path of what is set leads nowhere.</exception>
    public static (YamlFile File, Catalogue Catalogue) Of(DemoFile demo, DemoContract contract, Catalogue catalogue)
    {
        var original = YamlFile.Read(PathOf(catalogue, contract.Case));
        var reference = Catalogue.Parse<CaseFile>(original).Value.Plan;
        var plan = new Variation(catalogue.Plan(reference).File.Root.ToJson());
        plan.Move(contract.Weeks);
        plan.Set("id", contract.Id);
        plan.Set("title", contract.Title);
        plan.Set("note", demo.Invented);
        plan.SetAll(contract.SetPlan);
        var planFile = YamlFile.Of(catalogue.PathOfPlan(contract.Id, reference.Version), plan.ToYaml());

        var varied = new Variation(original.Root.ToJson());
        varied.Move(contract.Weeks);
        varied.Replace(contract.Replace);
        varied.Replace(Numbers(varied, contract.Code));
        varied.Name(demo.Parties.ToDictionary(p => p.Code, p => p.Name));
        varied.Set("id", contract.Id);
        varied.Set("title", contract.Title);
        varied.Set("source", demo.Invented);
        varied.Set("invented", demo.Invented);
        varied.Set("project/code", contract.Code);
        varied.Set("project/title", contract.Title);
        varied.Set("project/region", contract.Region);
        varied.Set("plan/id", contract.Id);
        varied.Set("plan/sha256", planFile.Sha256);
        varied.SetAll(contract.Set);
        return (YamlFile.Of(PathOf(catalogue, contract.Id), varied.ToYaml()), catalogue.With(planFile));
    }

    // A contract's number may also stand where the whole contract is rated.
    private static Dictionary<string, string> Numbers(Variation varied, string code) => new(varied.Texts("instalments", "invoice")
        .Select((invoice, i) => KeyValuePair.Create(invoice, string.Create(CultureInfo.InvariantCulture, $"{code}-FP-{i + 1:00}"))))
    {
        [varied.Text("contract/number")] = $"{code}-HT-01",
        [varied.Text("tender/number")] = $"{code}-ZB-01",
    };

    private static string PathOf(Catalogue catalogue, string id) => Path.Combine(catalogue.Folder, "cases", $"{id}.yaml");
}
