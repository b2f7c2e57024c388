using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>本机构人员: an agency's own administrator sees the accounts of his own agency.</summary>
[Requires(Permission.ManageOwnPeople)]
public sealed class ColleaguesModel : AccountList
{
    public override string At => "/people";

    protected override async Task<bool> LoadAsync() => Reader.ManagesParty && await base.LoadAsync();
}
