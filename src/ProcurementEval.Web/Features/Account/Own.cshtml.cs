using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;
using QRCoder;

namespace ProcurementEval.Web.Features.Account;

/// <summary>One's own account: password, two-factor sign-in (TOTP, RFC 6238), ending every session.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class OwnModel(UserManager<User> users, SignInManager<User> signIn) : SitePage
{
    private const string Codes = "RecoveryCodes";
    private User user = null!;
    private string[]? codes;

    [BindProperty]
    public string? OldPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool MustChangePassword => user.MustChangePassword;

    public bool TwoFactor => user.TwoFactorEnabled;

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>The secret to type into an authenticator, in groups of four; empty until the setting up is begun, and once it is done.</summary>
    public string Secret { get; private set; } = string.Empty;

    /// <summary>The same secret as a picture (data URI of a PNG).</summary>
    public string Picture { get; private set; } = string.Empty;

    /// <summary>On the one page that shows them, after they were drawn.</summary>
    public IReadOnlyList<string> RecoveryCodes => codes ??= TempData[Codes] as string[] ?? [];

    public override object? Root => user;

    public Task<IActionResult> OnPostPasswordAsync() => ChangeAsync("Account.PasswordChanged", nameof(NewPassword), async () =>
    {
        if (!string.IsNullOrEmpty(NewPassword) && NewPassword == OldPassword)
        {
            ModelState.AddModelError(nameof(NewPassword), SiteText.Of("Account.SamePassword"));
            return null;
        }

        user.MustChangePassword = false;
        return await users.ChangePasswordAsync(user, OldPassword ?? string.Empty, NewPassword ?? string.Empty);
    });

    /// <summary>Makes a secret for an authenticator; other sessions end, as with every change of how one signs in.</summary>
    public Task<IActionResult> OnPostSetUpAsync() => ChangeAsync("Account.SecretMade", string.Empty, async () => await users.ResetAuthenticatorKeyAsync(user));

    public Task<IActionResult> OnPostSwitchOnAsync() => ChangeAsync("Account.TwoFactorOn", nameof(Code), async () =>
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, TwoFactorModel.SixDigits(Code)))
        {
            ModelState.AddModelError(nameof(Code), SiteText.Of("Account.WrongCode"));
            return null;
        }

        // Saved at once with the codes: there is no moment with the second step on and no way back in.
        user.TwoFactorEnabled = true;
        user.EndSessions();
        return await DrawCodesAsync();
    });

    /// <summary>New recovery codes in the place of those that were used or lost.</summary>
    public Task<IActionResult> OnPostNewCodesAsync() => ChangeAsync("Account.CodesDrawn", nameof(OldPassword), async () => await KnowsPasswordAsync() ? await DrawCodesAsync() : null);

    public Task<IActionResult> OnPostSwitchOffAsync() => ChangeAsync("Account.TwoFactorOff", nameof(OldPassword), async () =>
    {
        if (!await KnowsPasswordAsync())
        {
            return null;
        }

        await Db.SwitchTwoFactorOffAsync(user);
        return IdentityResult.Success;
    });

    /// <summary>Ends every other session; this one goes on.</summary>
    public Task<IActionResult> OnPostEndSessionsAsync() => ChangeAsync("Account.SessionsEnded", string.Empty, async () => await users.UpdateSecurityStampAsync(user));

    protected override async Task<bool> LoadAsync()
    {
        user = (await users.FindByIdAsync(Reader.UserId.ToString()))!;
        if (!user.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(user) is { } key)
        {
            Secret = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
            var uri = $"otpauth://totp/ProcurementEval:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer=ProcurementEval&digits=6";
            Picture = $"data:image/png;base64,{Convert.ToBase64String(PngByteQRCodeHelper.GetQRCode(uri, QRCodeGenerator.ECCLevel.M, 5))}";
        }

        RecoveryCodesLeft = await users.CountRecoveryCodesAsync(user);
        return true;
    }

    private async Task<bool> KnowsPasswordAsync()
    {
        var knows = await users.CheckPasswordAsync(user, OldPassword ?? string.Empty);
        if (!knows)
        {
            ModelState.AddModelError(nameof(OldPassword), SiteText.Of("Account.WrongOldPassword"));
        }

        return knows;
    }

    private async Task<IdentityResult> DrawCodesAsync()
    {
        TempData[Codes] = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10) ?? throw new DbUpdateConcurrencyException()).ToArray();
        return IdentityResult.Success;
    }

    // The framework saves for itself, and tells as a result what others throw.
    private Task<IActionResult> ChangeAsync(string done, string field, Func<Task<IdentityResult?>> change) => DoAsync(done, Url.Page("Own")!, async (_, _) =>
    {
        var result = await change();
        if (result is { Succeeded: true })
        {
            await signIn.RefreshSignInAsync(user);
        }
        else if (result?.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) ?? false)
        {
            throw new DbUpdateConcurrencyException();
        }
        else
        {
            result?.Errors.ToList().ForEach(e => ModelState.AddModelError(e.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(OldPassword) : field, SiteText.NameOr("Account.Error", e.Code)));
        }
    });
}
