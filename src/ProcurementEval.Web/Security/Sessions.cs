using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Security;

/// <summary>Asks at every request whether the account still stands as the cookie says: a changed password, role or a closed account ends every session at once.</summary>
internal static class Sessions
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<AppDbContext>();
        var stamp = context.Principal?.FindFirstValue(ReaderClaims.Stamp);
        if (context.Principal is null || Reader.Of(context.Principal) is not { } reader
            || !await db.Users.AnyAsync(u => u.Id == reader.UserId && u.SecurityStamp == stamp && !u.Disabled))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
