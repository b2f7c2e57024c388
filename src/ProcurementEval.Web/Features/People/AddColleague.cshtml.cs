using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>添加本机构人员: role and organisation are the agency's own; a form that says otherwise is not read.</summary>
[Requires(Permission.ManageOwnPeople)]
public sealed class AddColleagueModel(UserManager<User> users) : AddPage(users)
{
    protected override string At => "/people";

    public Task<IActionResult> OnPostAsync() => AddAsync(Role.Agency, Reader.PartyId, managesParty: false);

    protected override Task<bool> LoadAsync() => Task.FromResult(Reader is { ManagesParty: true, PartyId: not null });
}
