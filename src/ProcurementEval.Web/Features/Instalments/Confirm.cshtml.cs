using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>确认: the purchaser confirms that the claim is due and its invoice right.</summary>
[Requires(Permission.ConfirmInstalment)]
public sealed class ConfirmModel : InstalmentPage
{
    public Answer Answer => Asks(InstalmentTrigger.Confirm);

    public Task<IActionResult> OnPostAsync() => DoAsync("Money.Confirmed", Back, Instalment.Confirm);
}
