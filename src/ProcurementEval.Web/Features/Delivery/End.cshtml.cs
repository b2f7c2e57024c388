using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>The end of a contract: settled (结清), then closed (关闭) or renewed (续签); or terminated (解除) before its acceptance, with a reason.</summary>
[Requires(Permission.EndContract)]
public sealed class EndModel : DeliveryPage
{
    [BindProperty]
    public string? Why { get; set; }

    public override object? Root => Contract;

    public Answer Settles => Asks(ContractTrigger.Settle);

    public Answer Closes => Asks(ContractTrigger.Close);

    public Answer Renews => Contract.CanRenew(Plan.Renewal, Now);

    public Answer Terminates => Asks(ContractTrigger.End);

    public Task<IActionResult> OnPostSettleAsync() => DoAsync("Delivery.Settled", $"{Back}/end", Contract.Settle);

    public Task<IActionResult> OnPostCloseAsync()
    {
        var why = Form.Optional(nameof(Why), Why);
        return DoAsync("Delivery.Closed", Back, (at, by) => Contract.Close(at, by, why));
    }

    public Task<IActionResult> OnPostRenewAsync() => DoAsync("Delivery.Renewed", Back, (at, by) => Contract.Renew(Plan.Renewal, at, by));

    public Task<IActionResult> OnPostTerminateAsync()
    {
        var why = Form.Text(nameof(Why), Why);
        return DoAsync("Delivery.Terminated", Back, (at, by) => Contract.Terminate(why, at, by));
    }
}
