using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>One version of a calendar (日历): holidays and make-up working days year by year, and the text that its hash is of.</summary>
[Requires(Permission.ReadTemplates)]
public sealed class CalendarModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    public Loaded<WorkCalendar> Loaded { get; private set; } = null!;

    public WorkCalendar Calendar => Loaded.Value;

    /// <summary>The one that counts: the newest of its id.</summary>
    public bool Counts { get; private set; }

    /// <summary>The latest year first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(Calendar.From.Year, Calendar.To.Year - Calendar.From.Year + 1).Reverse();

    /// <summary>The holidays that begin in a year: days that follow each other are one.</summary>
    public IEnumerable<(DateOnly First, DateOnly Last, string Names)> HolidaysOf(int year) => Calendar.Holidays
        .Select((day, i) => (Day: day, Run: day.Date.DayNumber - i))
        .GroupBy(d => d.Run, d => d.Day)
        .Select(run => (run.First().Date, run.Last().Date, Show.List(run.Select(d => d.Name).Distinct())))
        .Where(run => run.Item1.Year == year);

    public IEnumerable<CalendarDay> WorkdaysOf(int year) => Calendar.Workdays.Where(w => w.Date.Year == year);

    protected override Task<bool> LoadAsync()
    {
        Loaded<WorkCalendar>[] versions = [.. catalogue.Calendars().Where(c => c.Value.Id == Id)];
        Loaded = versions.FirstOrDefault(c => c.Value.Version == Version)!;
        Counts = Loaded is not null && Loaded == versions[^1];
        return Task.FromResult(Loaded is not null);
    }
}
