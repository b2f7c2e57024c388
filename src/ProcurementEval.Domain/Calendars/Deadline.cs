using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Calendars;

/// <summary>The last day of a term; the first day never counts.</summary>
public static class Deadline
{
    /// <summary>Calendar days move off a statutory holiday (财政部令第87号 第八十五条), shifting calendar days and whole months off weekends too (财政部令第94号 第四十二条; 民法典 第二百零二、二百零三条: a month ends on the same day of the month, or on its last day); working days are counted one by one.</summary>
    /// <exception cref="CalendarRangeException">The last day, or a day that must be looked at, lies outside the calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The term is zero or negative.</exception>
    public static DateOnly Of(DateOnly start, Term term, WorkCalendar calendar)
    {
        if (term.Length <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(term), term.Length, "A term is positive.");
        }

        calendar.RequireCovered(start);
        return term.Counting switch
        {
            Counting.Calendar => calendar.DayOnOrAfterHoliday(Later(start, term.Length, calendar)),
            Counting.CalendarShift => calendar.WorkingDayOnOrAfter(Later(start, term.Length, calendar)),
            Counting.Working => calendar.AddWorkingDays(start, term.Length),
            Counting.Month => calendar.WorkingDayOnOrAfter(MonthsLater(start, term.Length, calendar)),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term.Counting, "Unknown way of counting days."),
        };
    }

    private static DateOnly Later(DateOnly start, int days, WorkCalendar calendar) =>
        days <= DateOnly.MaxValue.DayNumber - start.DayNumber
            ? start.AddDays(days)
            : throw new CalendarRangeException(calendar.Id, DateOnly.MaxValue);

    // 31 January + 1 month is the last day of February: AddMonths clamps as the Civil Code does.
    private static DateOnly MonthsLater(DateOnly start, int months, WorkCalendar calendar) =>
        months < (10_000 - start.Year) * 12 - (start.Month - 1)
            ? start.AddMonths(months)
            : throw new CalendarRangeException(calendar.Id, DateOnly.MaxValue);
}
