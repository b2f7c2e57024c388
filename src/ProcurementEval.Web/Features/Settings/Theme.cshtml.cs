using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Settings;

/// <summary>Keeps the theme chosen for this browser and goes back to the page it was chosen on.</summary>
[AllowAnonymous]
public sealed class ThemeModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? theme, string? returnUrl)
    {
        if (!Enum.GetNames<Theme>().Contains(theme, StringComparer.Ordinal))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Preferences.Keep(Response, Enum.Parse<Theme>(theme!));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }
}
