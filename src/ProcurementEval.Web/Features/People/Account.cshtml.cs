using Microsoft.AspNetCore.Identity;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>An account, as the administrator keeps it.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class AccountModel(UserManager<User> users) : AccountPage(users)
{
    public override string At => "/accounts";
}
