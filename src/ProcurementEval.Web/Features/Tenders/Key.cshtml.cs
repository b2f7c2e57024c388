using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>开标第一把钥匙: after the deadline one person of the purchaser turns the first key; another opens.</summary>
[Requires(Permission.OpenBids)]
public sealed class KeyModel : TenderPage
{
    public Answer CanTurn => Tender.Stage != TenderStage.Published || Tender.FirstKeyBy is not null
        ? Answer.NotInThisStage
        : Answer.InThisStage(Now < Tender.Deadline ? [new Unmet("DeadlineAhead", Tender.Deadline!.Value)] : []);

    public Task<IActionResult> OnPostAsync() => DoAsync("Tender.KeyTurned", Here, Tender.TurnKey);
}
