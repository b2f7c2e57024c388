using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Calendars;

/// <summary>Whether a calendar can be counted on: no year without a holiday, days in range, each once, in order; make-up working days are weekend days and no holidays.</summary>
public static class CalendarCheck
{
    public static IReadOnlyList<Fault> Faults(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return
        [
            .. calendar.From > calendar.To ? [Fault.Block("to", "CalendarEndsBeforeStart", calendar.From, calendar.To)] : Array.Empty<Fault>(),
            .. Enumerable.Range(calendar.From.Year, Math.Max(0, calendar.To.Year - calendar.From.Year + 1)).Where(year => calendar.Holidays.All(h => h.Date.Year != year)).Take(1).Select(year => Fault.Block("holidays", "YearWithoutHolidays", year)),
            .. Days(calendar, calendar.Holidays, "holidays"),
            .. Days(calendar, calendar.Workdays, "workdays"),
            .. calendar.Workdays.SelectMany((day, i) => Workday(calendar, day.Date, $"workdays/{i}")),
        ];
    }

    /// <summary>Whether it may take the place of the version before it, whose days must all be covered.</summary>
    public static IReadOnlyList<Fault> FaultsAfter(WorkCalendar calendar, WorkCalendar before)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(before);
        return
        [
            .. calendar.From > before.From ? [Fault.Block("from", "CalendarCoversLess", before.Version, before.From, before.To)] : Array.Empty<Fault>(),
            .. calendar.To < before.To ? [Fault.Block("to", "CalendarCoversLess", before.Version, before.From, before.To)] : Array.Empty<Fault>(),
        ];
    }

    private static IEnumerable<Fault> Days(WorkCalendar calendar, IReadOnlyList<CalendarDay> days, string path)
    {
        for (var i = 0; i < days.Count; i++)
        {
            var date = days[i].Date;
            if (date < calendar.From || date > calendar.To)
            {
                yield return Fault.Block($"{path}/{i}", "DayOutOfRange", date, calendar.From, calendar.To);
            }

            if (i > 0 && date <= days[i - 1].Date)
            {
                yield return Fault.Block($"{path}/{i}", date == days[i - 1].Date ? "DayTwice" : "DaysNotSorted", date);
            }
        }
    }

    private static IEnumerable<Fault> Workday(WorkCalendar calendar, DateOnly date, string path)
    {
        if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            yield return Fault.Block(path, "WorkdayNoWeekend", date);
        }

        if (calendar.Holidays.Any(h => h.Date == date))
        {
            yield return Fault.Block(path, "WorkdayIsHoliday", date);
        }
    }
}
