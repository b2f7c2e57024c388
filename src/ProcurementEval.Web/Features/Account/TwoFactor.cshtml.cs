using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Account;

/// <summary>The second step of a sign-in: the six digits of the authenticator, or one of the recovery codes.</summary>
[AllowAnonymous]
[EnableRateLimiting(SiteSettings.SignInLimit)]
public sealed class TwoFactorModel(SignInManager<User> signIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return RedirectToPage("SignIn");
        }

        var code = SixDigits(Code);
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (!result.Succeeded && !result.IsLockedOut && Code?.Trim() is { Length: > 0 } recovery)
        {
            result = await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCode(recovery));
        }

        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        ModelState.AddModelError(nameof(Code), SiteText.Of(result.IsLockedOut ? "Account.LockedOut" : "Account.WrongCode"));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // In the framework's own form, five and five in capitals, however it was copied.
    private static string RecoveryCode(string typed)
    {
        var letters = string.Concat(typed.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 5 ? $"{letters[..5]}-{letters[5..]}" : letters;
    }

    // As authenticators show them, with a space in the middle, or full-width.
    internal static string SixDigits(string? typed) => string.Concat((typed ?? string.Empty).Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
}
