using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace ProcurementEval.Web.Security;

/// <summary>What the sign-in cookie carries of an account.</summary>
internal sealed class ReaderClaims : IUserClaimsPrincipalFactory<User>
{
    public const string Stamp = "stamp";
    public const string MustChangePassword = "new-password";

    public Task<ClaimsPrincipal> CreateAsync(User user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.UserName!));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.Name));
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(Stamp, user.SecurityStamp!));
        if (user.PartyId is { } party)
        {
            identity.AddClaim(new Claim(Reader.PartyClaim, party.ToString()));
        }

        if (user.ManagesParty)
        {
            identity.AddClaim(new Claim(Reader.ManagesClaim, "1"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(MustChangePassword, "1"));
        }

        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
