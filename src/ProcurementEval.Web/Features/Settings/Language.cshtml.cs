using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Settings;

/// <summary>Keeps the language chosen for this browser and goes back to the page it was chosen on.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is null || !Languages.All.Contains(language, StringComparer.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Preferences.Keep(Response, CultureInfo.GetCultureInfo(language));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }
}
