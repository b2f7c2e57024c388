using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>What two versions of a template say differently.</summary>
[Requires(Permission.ReadTemplates)]
public sealed class CompareModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    public Template Before { get; private set; } = null!;

    public Template After { get; private set; } = null!;

    public IReadOnlyList<Difference> Found { get; private set; } = [];

    protected override Task<bool> LoadAsync()
    {
        var versions = catalogue.Templates().Select(t => t.Value).Where(t => t.Id == Id).ToArray();
        (Before, After) = (versions.FirstOrDefault(t => t.Version == From)!, versions.FirstOrDefault(t => t.Version == To)!);
        if (Before is null || After is null)
        {
            return Task.FromResult(false);
        }

        Found = Differences.Between(Before, After);
        return Task.FromResult(true);
    }
}
