using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>One version of a template: its weights, rules, raters, bands and vetoes, and the text that its hash is of.</summary>
[Requires(Permission.ReadTemplates)]
public sealed class ShowModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    public Loaded<Template> Loaded { get; private set; } = null!;

    public Template Template => Loaded.Value;

    public IReadOnlyList<int> OtherVersions { get; private set; } = [];

    public IEnumerable<(Indicator Indicator, int Depth)> Tree => Template.Indicators.SelectMany(i => Below(i, 0));

    public IEnumerable<Bar> Weights => Tree.Select(n => new Bar($"{n.Indicator.Code} {n.Indicator.Title}", RuleText.Figure(n.Indicator.Max), n.Indicator.Max / Template.Scale, n.Depth));

    public string Rater(string? code) => Template.Raters.FirstOrDefault(r => r.Code == code)?.Name ?? code ?? string.Empty;

    protected override Task<bool> LoadAsync()
    {
        var versions = catalogue.Templates().Where(t => t.Value.Id == Id).ToArray();
        Loaded = versions.FirstOrDefault(t => t.Value.Version == Version)!;
        OtherVersions = [.. versions.Select(t => t.Value.Version).Where(v => v != Version)];
        return Task.FromResult(Loaded is not null);
    }

    private static IEnumerable<(Indicator Indicator, int Depth)> Below(Indicator indicator, int depth) => indicator.Items.SelectMany(i => Below(i, depth + 1)).Prepend((indicator, depth));
}
