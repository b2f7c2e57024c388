using Microsoft.AspNetCore.Identity;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>A colleague's account, as the agency's own administrator keeps it.</summary>
[Requires(Permission.ManageOwnPeople)]
public sealed class ColleagueModel(UserManager<User> users) : AccountPage(users)
{
    public override string At => "/people";
}
