using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>废标: the tender ends without an award, with the reason; bids that were not opened stay sealed.</summary>
[Requires(Permission.FailTender)]
public sealed class FailModel : TenderPage
{
    private const int LongReason = 1000;

    [BindProperty]
    public string? Reason { get; set; }

    public Answer CanFail => Asks(TenderTrigger.Fail);

    public Task<IActionResult> OnPostAsync()
    {
        var why = Form.Text(nameof(Reason), Reason, LongReason);
        return DoAsync("Tender.FailedDone", Here, (at, by) => Tender.Fail(why, at, by));
    }
}
