using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Objections;

/// <summary>撤回异议: the agency takes its objection back before it is answered.</summary>
[Requires(Permission.FileObjection)]
public sealed class WithdrawModel : ObjectionPage
{
    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.ObjectionWithdrawnDone", Back, Objection.Withdraw);
}
