using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Account;

/// <summary>退出. The browser is told to forget the pages that it kept; what was typed and not yet sent stays with its owner.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class SignOutModel(SignInManager<User> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return RedirectToPage("SignIn");
    }
}
