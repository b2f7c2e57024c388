using System.Security.Claims;

namespace ProcurementEval.Web.Security;

/// <summary>Who asks: the account that signed in, its role and its organisation.</summary>
public sealed record Reader(Guid UserId, string Account, string Name, Role Role, Guid? PartyId, bool ManagesParty)
{
    public const string PartyClaim = "party";
    public const string ManagesClaim = "manages";

    /// <summary>Null for one who has not signed in.</summary>
    public static Reader? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity is { IsAuthenticated: true } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Reader(id, principal.FindFirstValue(ClaimTypes.Name)!, principal.FindFirstValue(ClaimTypes.GivenName)!, role, Guid.TryParse(principal.FindFirstValue(PartyClaim), out var party) ? party : null, principal.HasClaim(ManagesClaim, "1"))
            : null;
    }
}
