namespace ProcurementEval.Domain.Calendars;

/// <summary>Public holidays and make-up working days (调休) from From to To, both inclusive, as the yearly notice of the State Council prints them. Versions count from 1, and of those with one id the newest counts.</summary>
public sealed record WorkCalendar(string Id, int Version, DateOnly From, DateOnly To)
{
    public required IReadOnlyList<CalendarDay> Holidays { get; init; }

    /// <summary>Weekend days that are worked in exchange for a longer holiday.</summary>
    public required IReadOnlyList<CalendarDay> Workdays { get; init; }
}

/// <summary>One day of a calendar with the festival it belongs to.</summary>
public sealed record CalendarDay(DateOnly Date, string Name);
