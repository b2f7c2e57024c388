using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Sheets;

/// <summary>客观项异议: an assessor whose own count differs says so; it must be settled before anybody signs.</summary>
[Requires(Permission.Score)]
public sealed class DisputeModel : SheetPage
{
    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public string? OwnCount { get; set; }

    public IEnumerable<RuleInput> Countable => RuleInput.Of(Template).Where(i => i.Rule.SuppliedBy == Supplier.Fact && Facts.ContainsKey(i.Key));

    public Task<IActionResult> OnPostAsync()
    {
        var item = Countable.Any(i => i.Key == Item) ? Item! : Form.Fault(nameof(Item), "Form.Choose", string.Empty);
        var count = Form.Number(nameof(OwnCount), OwnCount);
        return DoAsync("Sheet.DisputedDone", $"/sheets/{Id}", (at, _) =>
        {
            RefusedException.ThrowIf(!IsOpen || FactsRevision == 0 || Sheet.BidId is not null, "SheetClosed");
            Sheet.Dispute(item, count, FactsRevision, at);
        });
    }
}
