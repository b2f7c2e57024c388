using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Security;

/// <summary>The second step of a sign-in (两步验证).</summary>
internal static class TwoFactor
{
    /// <summary>Switches it off: no secret and no recovery code is left, and every session ends.</summary>
    public static async Task SwitchTwoFactorOffAsync(this AppDbContext db, User user)
    {
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user.Id).ToListAsync());
        user.TwoFactorEnabled = false;
        user.EndSessions();
    }
}
