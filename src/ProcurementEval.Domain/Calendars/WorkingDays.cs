namespace ProcurementEval.Domain.Calendars;

/// <summary>Which days of a calendar are holidays and which are worked; every question about a date outside the calendar throws <see cref="CalendarRangeException"/>.</summary>
public static class WorkingDays
{
    /// <summary>The date is in a statutory holiday as its notice prints it; a plain weekend is none.</summary>
    public static bool IsHoliday(this WorkCalendar calendar, DateOnly date)
    {
        calendar.RequireCovered(date);
        return calendar.Holidays.Any(h => h.Date == date);
    }

    /// <summary>A weekday that is no holiday, or a make-up working day (调休) at a weekend.</summary>
    public static bool IsWorkingDay(this WorkCalendar calendar, DateOnly date) =>
        !calendar.IsHoliday(date)
        && (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || calendar.Workdays.Any(w => w.Date == date));

    /// <summary>The first working day after the date, which itself never counts.</summary>
    public static DateOnly NextWorkingDay(this WorkCalendar calendar, DateOnly date) =>
        calendar.WorkingDayOnOrAfter(calendar.DayAfter(date));

    /// <summary>The date itself if it is worked, otherwise the first working day after it.</summary>
    public static DateOnly WorkingDayOnOrAfter(this WorkCalendar calendar, DateOnly date)
    {
        while (!calendar.IsWorkingDay(date))
        {
            date = calendar.DayAfter(date);
        }

        return date;
    }

    /// <summary>The date itself unless it is in a statutory holiday, otherwise the first day after that holiday, a weekend day included.</summary>
    public static DateOnly DayOnOrAfterHoliday(this WorkCalendar calendar, DateOnly date)
    {
        while (calendar.IsHoliday(date))
        {
            date = calendar.DayAfter(date);
        }

        return date;
    }

    /// <summary>The n-th working day after the date, which itself never counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is zero or negative.</exception>
    public static DateOnly AddWorkingDays(this WorkCalendar calendar, DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        for (var left = days; left > 0; left--)
        {
            date = calendar.NextWorkingDay(date);
        }

        return date;
    }

    internal static void RequireCovered(this WorkCalendar calendar, DateOnly date)
    {
        if (date < calendar.From || date > calendar.To)
        {
            throw new CalendarRangeException(calendar.Id, date);
        }
    }

    private static DateOnly DayAfter(this WorkCalendar calendar, DateOnly date)
    {
        calendar.RequireCovered(date);
        return date == DateOnly.MaxValue ? throw new CalendarRangeException(calendar.Id, date) : date.AddDays(1);
    }
}
