using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>The first page: what waits for the reader (待办), and what happened lately.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class IndexModel : SitePage
{
    public void OnGet()
    {
        // Everything is loaded.
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(true);
}
