using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>审批: finance approves the payment of a confirmed claim.</summary>
[Requires(Permission.ApproveInstalment)]
public sealed class ApproveModel : InstalmentPage
{
    public Answer Answer => Asks(InstalmentTrigger.Approve);

    public Task<IActionResult> OnPostAsync() => DoAsync("Money.Approved", Back, Instalment.Approve);
}
