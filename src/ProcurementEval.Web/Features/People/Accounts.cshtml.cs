using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>账号管理: every account of the installation.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class AccountsModel : AccountList
{
    public override string At => "/accounts";
}
