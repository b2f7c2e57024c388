using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>锚点: the heads of all chains under one Merkle root, to be kept elsewhere; verify-audit --anchor compares with it. Chains that hold sealed bids are left out, or their growth would tell how many there are.</summary>
[Requires(Permission.ReadAudit)]
public sealed class AnchorModel(AuditSight sight) : SitePage
{
    private AuditAnchor anchor = null!;

    public IActionResult OnGet() => File(anchor.ToJson(), "application/json", $"audit-anchor-{Today:yyyy-MM-dd}.json");

    protected override async Task<bool> LoadAsync()
    {
        anchor = await sight.AnchorAsync(Now);
        return true;
    }
}
