using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>One version of a plan (方案): instalments, evaluations and grades, and the text that its hash is of.</summary>
[Requires(Permission.ReadTemplates)]
public sealed class PlanModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    public Loaded<Plan> Loaded { get; private set; } = null!;

    public Plan Plan => Loaded.Value;

    public IEnumerable<Bar> Instalments => Plan.Instalments.Select(i => new Bar(i.Name, Show.Percent(i.Share.Fraction), i.Share.Fraction));

    public IEnumerable<Bar> Evaluations => Plan.Evaluations.Select(e => new Bar(SiteText.NameOr("EvaluationKind", e.Kind), Show.Percent(e.Share.Fraction), e.Share.Fraction));

    protected override Task<bool> LoadAsync()
    {
        Loaded = catalogue.Plans().FirstOrDefault(p => p.Value.Id == Id && p.Value.Version == Version)!;
        return Task.FromResult(Loaded is not null);
    }
}
