using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.People;

/// <summary>One account: closed and opened again, its lock lifted, its password replaced. Whatever takes a right away ends its sessions at once; nobody does it to himself.</summary>
public abstract class AccountPage(UserManager<User> users) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public User Account { get; private set; } = null!;

    public string? Party { get; private set; }

    /// <summary>The drawn password, on the one page that shows it.</summary>
    public string? Drawn { get; private set; }

    public bool IsOwn => Account.Id == Reader.UserId;

    public bool IsLocked => Account.LockoutEnd > Now;

    public override object? Root => Account;

    /// <summary>The address of the list that it stands in.</summary>
    public abstract string At { get; }

    public async Task OnGetAsync()
    {
        Drawn = TempData[AddPage.Shown] as string;
        if (!IsOwn)
        {
            await RecordAsync(new AccountReading(Guid.CreateVersion7(), Id, Reader.Account, Now));
        }
    }

    public Task<IActionResult> OnPostDisableAsync() => ToAnotherAsync("People.Disabled", () =>
    {
        Account.Disabled = true;
        Account.EndSessions();
    });

    public Task<IActionResult> OnPostEnableAsync() => ToAnotherAsync("People.Enabled", () => Account.Disabled = false);

    public Task<IActionResult> OnPostUnlockAsync() => ToAnotherAsync("People.Unlocked", Account.Unlock);

    public async Task<IActionResult> OnPostResetAsync()
    {
        var drawn = OneTimePassword.Draw();
        var answer = await ToAnotherAsync("People.Reset", () => Account.Receive(users.PasswordHasher.HashPassword(Account, drawn)));
        if (answer is RedirectResult)
        {
            TempData[AddPage.Shown] = drawn;
        }

        return answer;
    }

    /// <summary>For one who has lost his authenticator: he signs in by password and sets it up anew.</summary>
    public Task<IActionResult> OnPostTwoFactorAsync() => ToAnotherAsync("People.TwoFactorOff", () => Db.SwitchTwoFactorOffAsync(Account));

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Accounts.SingleOrDefaultAsync(u => u.Id == Id) is not { } account)
        {
            return false;
        }

        Account = account;
        Party = await Db.Parties.Where(p => p.Id == account.PartyId).Select(p => p.Name).SingleOrDefaultAsync();
        return true;
    }

    private Task<IActionResult> ToAnotherAsync(string done, Action verb) => ToAnotherAsync(done, () =>
    {
        verb();
        return Task.CompletedTask;
    });

    private async Task<IActionResult> ToAnotherAsync(string done, Func<Task> verb)
    {
        if (IsOwn)
        {
            ModelState.AddModelError(string.Empty, SiteText.Of("People.NotYourself"));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        return await DoAsync(done, $"{At}/{Id}", (_, _) => verb());
    }
}
