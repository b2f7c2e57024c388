using Microsoft.AspNetCore.Identity;

namespace ProcurementEval.Web.Security;

/// <summary>Who may sign in at all: an account that is closed is answered like a wrong password.</summary>
internal sealed class OpenAccounts : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(!user.Disabled);
}
