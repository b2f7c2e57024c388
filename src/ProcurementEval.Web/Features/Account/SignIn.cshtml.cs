using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Account;

/// <summary>登录. A wrong name, a wrong password and a lock are answered alike: nobody learns which accounts there are. Five wrong passwords close the account for a quarter of an hour.</summary>
[AllowAnonymous]
[EnableRateLimiting(SiteSettings.SignInLimit)]
public sealed class SignInModel(SignInManager<User> signIn, AppDbContext db, IServiceProvider services) : PageModel
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The published password of the demo's accounts.</summary>
    public string? DemoPassword { get; private set; }

    /// <summary>The demo's accounts; empty anywhere else.</summary>
    public IReadOnlyList<User> DemoAccounts { get; private set; } = [];

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signIn.PasswordSignInAsync(Account ?? string.Empty, Password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("TwoFactor", new { returnUrl = ReturnUrl });
        }

        if (await signIn.UserManager.FindByNameAsync(Account ?? string.Empty) is null)
        {
            // It takes as long as a wrong password: nobody learns by his watch which accounts there are.
            signIn.UserManager.PasswordHasher.HashPassword(new User { Name = string.Empty, Role = default }, Password ?? string.Empty);
        }

        await LoadAsync();
        ModelState.AddModelError(nameof(Password), SiteText.Of("Account.WrongPassword"));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LoadAsync()
    {
        if (services.GetService<DemoFile>() is { } demo)
        {
            DemoPassword = demo.Password;
            DemoAccounts = [.. (await db.Users.AsNoTracking().Where(u => !u.Disabled).ToListAsync()).OrderBy(u => u.Role).ThenBy(u => u.UserName, StringComparer.Ordinal)];
        }
    }
}
