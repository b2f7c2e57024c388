using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>What auditors and administrators look after; an administrator sees no contents.</summary>
internal static class OversightWaits
{
    // The State Council's notice for the next year comes in autumn, and the longest terms are 30 days.
    private const int CalendarDaysAhead = 60;

    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask) => ask.Reader.Role switch
    {
        Role.Auditor => [new Waiting(SiteText.Of("Task.CheckChains"), SiteText.Of("Task.CheckChainsWhat"), null, Role.Auditor, null, "/audit")],
        Role.Administrator => [.. Calendars(ask), .. await UploadsAsync(ask)],
        _ => [],
    };

    private static IEnumerable<Waiting> Calendars(Question ask) => ask.Catalogue.Calendars()
        .GroupBy(c => c.Value.Id, c => c.Value)
        .Select(versions => versions.Last())
        .Where(c => c.To.DayNumber - ask.Today.DayNumber < CalendarDaysAhead)
        .Select(c => new Waiting(SiteText.Of("Task.Calendar", c.Id), SiteText.Of("Task.CalendarWhat", Show.Date(c.To)), c.To, Role.Administrator, null, "/templates/upload"));

    private static async Task<IEnumerable<Waiting>> UploadsAsync(Question ask)
    {
        var uploads = await ask.Scope.TemplateUploads.Where(u => u.PublishedAt == null).OrderBy(u => u.UploadedAt).Take(Question.Most).Select(u => new { u.Id, u.TemplateId, u.TemplateVersion }).ToListAsync();
        return uploads.Select(u => new Waiting(SiteText.Of("Task.Upload", u.TemplateId, u.TemplateVersion), SiteText.Of("Task.UploadWhat"), null, Role.Administrator, null, $"/templates/uploads/{u.Id}"));
    }
}
