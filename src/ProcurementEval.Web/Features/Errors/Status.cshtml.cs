using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Errors;

/// <summary>What a refused or failed request is answered with: what happened, what was kept, what to do. Asked for by itself it is a page that does not exist.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    private static readonly IReadOnlyList<int> Told = [400, 403, 404, 409, 413, 422, 429, 500];

    public int Status { get; private set; } = StatusCodes.Status404NotFound;

    public string Title => SiteText.Of(Key);

    public string Text => SiteText.Of($"{Key}.Text");

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    private string Key => string.Create(CultureInfo.InvariantCulture, $"Error.{(Told.Contains(Status) ? Status : Status >= 500 ? 500 : 400)}");

    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            Response.StatusCode = Status;
        }
        else
        {
            // Bound by hand: the form that failed to be read would fail the binding too.
            Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        }
    }
}
