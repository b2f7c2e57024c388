using System.Globalization;
using ProcurementEval.Domain.Calendars;

namespace ProcurementEval.Domain.Tests.Calendars;

/// <summary>The National Day of 2024 and the Spring Festival of 2025 as the State Council's notices print them, from September 2024 to March 2025.</summary>
internal static class China
{
    public static readonly WorkCalendar Calendar = new("china", 1, Day("2024-09-01"), Day("2025-03-31"))
    {
        Holidays =
        [
            .. Days("中秋", "2024-09-15", "2024-09-16", "2024-09-17"),
            .. Days("国庆节", "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-05", "2024-10-06", "2024-10-07"),
            .. Days("元旦", "2025-01-01"),
            .. Days("春节", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-01", "2025-02-02", "2025-02-03", "2025-02-04"),
        ],
        Workdays = [.. Days("中秋", "2024-09-14"), .. Days("国庆节", "2024-09-29", "2024-10-12"), .. Days("春节", "2025-01-26", "2025-02-08")],
    };

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<CalendarDay> Days(string name, params string[] dates) => dates.Select(d => new CalendarDay(Day(d), name));
}
