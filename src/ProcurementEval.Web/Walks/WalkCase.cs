using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>A case with everything it names, read and checked: nothing is walked before all of it is sound.</summary>
internal sealed record WalkCase(string Path, CaseFile File, Loaded<Plan> Plan, IReadOnlyDictionary<(string Id, int Version), Loaded<Template>> Templates, WorkCalendar Calendar, LegalLimits Limits)
{
    /// <exception cref="FileRefusedException">The case, its plan or a template has a fault that blocks.</exception>
    public static WalkCase Read(string path)
    {
        var file = YamlFile.Read(path);
        return Of(file, Catalogue.Around(path));
    }

    /// <exception cref="FileRefusedException">The case, its plan or a template has a fault that blocks.</exception>
    public static WalkCase Of(YamlFile file, Catalogue catalogue)
    {
        FileCheck.Require(file, catalogue);
        var loaded = Catalogue.Parse<CaseFile>(file);
        var plan = catalogue.Plan(loaded.Value.Plan);
        var templates = loaded.Value.Templates.ToDictionary(t => (t.Id, t.Version), catalogue.Template);
        return new WalkCase(file.Path, loaded.Value, plan, templates, catalogue.Calendar(plan.Value.Calendar).Value, catalogue.Limits().Value);
    }

    public Template TemplateOf(TemplateReference reference) => Templates[(reference.Id, reference.Version)].Value;

    public FrozenText Frozen(TemplateReference reference) => Templates[(reference.Id, reference.Version)].Freeze(reference.Id, reference.Version);

    public FrozenText FrozenPlan => Plan.Freeze(Plan.Value.Id, Plan.Value.Version);
}
