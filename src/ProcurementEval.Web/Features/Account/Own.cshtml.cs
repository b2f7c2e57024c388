using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;
using QRCoder;

namespace ProcurementEval.Web.Features.Account;

/// <summary>One's own account: password, two-factor sign-in (TOTP, RFC 6238), ending every session.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class OwnModel(UserManager<User> users, SignInManager<User> signIn) : SitePage
{
    private User user = null!;

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

    /// <summary>Shown once, when two-factor sign-in is switched on.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (!string.IsNullOrEmpty(NewPassword) && NewPassword == OldPassword)
        {
            ModelState.AddModelError(nameof(NewPassword), SiteText.Of("Account.SamePassword"));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        user.MustChangePassword = false;
        return await TakeAsync(await users.ChangePasswordAsync(user, OldPassword ?? string.Empty, NewPassword ?? string.Empty), nameof(NewPassword), "Account.PasswordChanged");
    }

    /// <summary>Makes a secret for an authenticator; other sessions end, as with every change of how one signs in.</summary>
    public async Task<IActionResult> OnPostSetUpAsync() => await TakeAsync(await users.ResetAuthenticatorKeyAsync(user), string.Empty, "Account.SecretMade");

    public async Task<IActionResult> OnPostSwitchOnAsync()
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, TwoFactorModel.SixDigits(Code)))
        {
            ModelState.AddModelError(nameof(Code), SiteText.Of("Account.WrongCode"));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10) ?? []];
        await signIn.RefreshSignInAsync(user);
        return Page();
    }

    public async Task<IActionResult> OnPostSwitchOffAsync()
    {
        if (!await users.CheckPasswordAsync(user, OldPassword ?? string.Empty))
        {
            ModelState.AddModelError(nameof(OldPassword), SiteText.Of("Account.WrongOldPassword"));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        return await TakeAsync(await users.ResetAuthenticatorKeyAsync(user), nameof(OldPassword), "Account.TwoFactorOff");
    }

    /// <summary>Ends every other session; this one goes on.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync() => await TakeAsync(await users.UpdateSecurityStampAsync(user), string.Empty, "Account.SessionsEnded");

    protected override async Task<bool> LoadAsync()
    {
        Db.Acting = new Act(Actor, Now);
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

    private async Task<IActionResult> TakeAsync(IdentityResult result, string field, string done)
    {
        if (!result.Succeeded)
        {
            result.Errors.ToList().ForEach(e => ModelState.AddModelError(e.Code == "PasswordMismatch" ? nameof(OldPassword) : field, SiteText.NameOr("Account.Error", e.Code)));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        await signIn.RefreshSignInAsync(user);
        Flash.Put(TempData, SiteText.Of(done), Db.Receipt);
        return RedirectToPage();
    }
}
