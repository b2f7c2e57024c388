using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>发布招标: the tender goes out with the instant by which bids must be in; what is published can only be amended.</summary>
[Requires(Permission.PublishTender)]
public sealed class PublishModel : TenderPage
{
    [BindProperty]
    public string? Date { get; set; }

    /// <summary>Hours and minutes in China.</summary>
    [BindProperty]
    public string? Hour { get; set; }

    public int Documents { get; private set; }

    public Answer CanPublish => Asks(TenderTrigger.Publish);

    /// <summary>The first day on which the deadline may lie.</summary>
    public DateOnly Earliest => Today.AddDays(Tender.Limits.ResponseDays);

    public void OnGet() => (Date, Hour) = (Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "10:00");

    public Task<IActionResult> OnPostAsync()
    {
        var deadline = DeadlineTyped(nameof(Date), Date, nameof(Hour), Hour);
        return DoAsync("Tender.PublishedDone", Here, (at, by) => Tender.Publish(deadline, at, by));
    }

    protected override async Task<bool> LoadAsync()
    {
        var found = await base.LoadAsync();
        Documents = found ? await Scope.TenderDocuments.CountAsync(d => d.TenderId == Id) : 0;
        return found;
    }
}
