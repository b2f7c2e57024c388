using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>澄清与更正: what was published is clarified or corrected in words and by further files, and the deadline moved, for every bidder alike; bids that stand stay sealed.</summary>
[Requires(Permission.PublishTender)]
public sealed class AmendModel(Uploads uploads, Catalogue catalogue) : DocumentPage(uploads)
{
    public const int Longest = 1000;

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    /// <summary>Hours and minutes in China.</summary>
    [BindProperty]
    public string? Hour { get; set; }

    /// <summary>The writing of bids is not touched, so that no days of notice are needed.</summary>
    [BindProperty]
    public bool Harmless { get; set; }

    public Answer CanAmend => Asks(TenderTrigger.Amend);

    public int NoticeDays => catalogue.Limits().Value.Whole(Today, LegalNumber.ClarificationDays);

    public void OnGet()
    {
        if (Tender.Deadline is { } deadline)
        {
            (Date, Hour) = (ChinaTime.DateOf(deadline).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Show.Time(deadline));
        }
    }

    public Task<IActionResult> OnPostAsync()
    {
        var (what, deadline) = (Form.Text(nameof(What), What, Longest), DeadlineTyped(nameof(Date), Date, nameof(Hour), Hour));
        RequireFiles(least: 0);
        return DoAsync("Tender.AmendedDone", Here, async (at, by) =>
        {
            Tender.Amend(deadline, !Harmless, NoticeDays, what, at, by);
            await KeepAsync(Guid.CreateVersion7(), at);
        });
    }
}
