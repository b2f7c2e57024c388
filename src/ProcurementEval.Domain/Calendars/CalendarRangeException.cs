namespace ProcurementEval.Domain.Calendars;

/// <summary>A date was asked for that its calendar does not cover: the holidays of <see cref="Year"/> are missing, and a guess would move deadlines and payments.</summary>
public sealed class CalendarRangeException(string calendarId, DateOnly date)
    : Exception($"Calendar {calendarId} does not cover {date:yyyy-MM-dd}: the days of {date.Year} are missing.")
{
    public string CalendarId { get; } = calendarId;

    public DateOnly Date { get; } = date;

    public int Year => Date.Year;
}
