using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>撤回投标: until the deadline the agency may take its bid back; it stays sealed for ever.</summary>
[Requires(Permission.SubmitBid)]
public sealed class WithdrawModel(BidderTag tag) : BidderPage(tag)
{
    /// <summary>The bid that the form was opened on; another one is not touched.</summary>
    [BindProperty]
    public string? Withdraws { get; set; }

    public Task<IActionResult> OnPostAsync() => DoAsync("Tender.WithdrawnDone", Here, (at, _) => Tender.Withdraw(Guid.TryParse(Withdraws, out var id) && id == Own?.Id ? id : Guid.Empty, at));
}
