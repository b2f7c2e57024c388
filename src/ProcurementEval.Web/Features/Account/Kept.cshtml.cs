using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Account;

/// <summary>The sign-in ended while a form was being filled: its fields are kept in this page while the reader signs in again, and go on to where they were meant for when he says so.</summary>
[AllowAnonymous]
[EnableRateLimiting(SiteSettings.SignInLimit)]
[IgnoreAntiforgeryToken]
public sealed class KeptModel(SignInManager<User> signIn, IAntiforgery antiforgery) : PageModel
{
    private const string Prefix = "kept.";
    private const string Token = "__RequestVerificationToken";

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the form was meant to go.</summary>
    [BindProperty]
    public string? Target { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; private set; } = [];

    public bool SignedIn { get; private set; }

    /// <summary>A file was attached: it must be chosen again.</summary>
    public bool HadFiles { get; private set; }

    public IActionResult OnGet() => RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original)
        {
            Target = original.OriginalPath + original.OriginalQueryString;
            var form = Request.HasFormContentType && FromHere() ? await SentAsync() : FormCollection.Empty;
            Fields = [.. form.Where(f => f.Key != Token).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? string.Empty)))];
            HadFiles = form.Files.Count > 0;
            return Page();
        }

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return RedirectToPage("SignIn");
        }

        Fields = [.. Request.Form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key[Prefix.Length..], v ?? string.Empty)))];
        if (!Url.IsLocalUrl(Target))
        {
            return RedirectToPage("SignIn");
        }

        var result = await signIn.PasswordSignInAsync(Account ?? string.Empty, Password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        SignedIn = result.Succeeded;
        if (!SignedIn)
        {
            ModelState.AddModelError(nameof(Password), SiteText.Of(result.RequiresTwoFactor ? "Account.KeptTwoFactor" : result.IsLockedOut ? "Account.LockedOut" : "Account.WrongPassword"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (await signIn.UserManager.FindByNameAsync(Account!) is { } user)
        {
            // The form's new token must be his who has just signed in.
            HttpContext.User = await signIn.CreateUserPrincipalAsync(user);
        }

        return Page();
    }

    private async Task<IFormCollection> SentAsync()
    {
        try
        {
            return await Request.ReadFormAsync();
        }
        catch (InvalidDataException)
        {
            // What cannot be read cannot be kept.
            return FormCollection.Empty;
        }
    }

    // What another site posts is not carried past a sign-in.
    private bool FromHere() => Request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{Request.Scheme}://{Request.Host}", StringComparison.OrdinalIgnoreCase);
}
