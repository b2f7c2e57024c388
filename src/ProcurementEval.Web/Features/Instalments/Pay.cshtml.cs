using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>支付: finance records that the approved sum was paid today.</summary>
[Requires(Permission.PayInstalment)]
public sealed class PayModel : InstalmentPage
{
    public Answer Answer => Asks(InstalmentTrigger.Pay);

    public Task<IActionResult> OnPostAsync() => DoAsync("Money.Paid", Back, Instalment.Pay);
}
