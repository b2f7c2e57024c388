using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using static ProcurementEval.Domain.Tests.Calendars.China;

namespace ProcurementEval.Domain.Tests.Calendars;

/// <summary>Terms around the holidays; the first day never counts.</summary>
public class DeadlineTests
{
    [Theory]
    [InlineData("2024-09-30", true)] // Monday before the holiday
    [InlineData("2024-10-01", false)] // holiday
    [InlineData("2024-10-07", false)] // holiday on a Monday
    [InlineData("2024-10-08", true)]
    [InlineData("2024-10-12", true)] // Saturday, worked
    [InlineData("2024-10-13", false)] // plain Sunday
    [InlineData("2024-09-29", true)] // Sunday, worked
    [InlineData("2025-01-26", true)] // Sunday, worked
    [InlineData("2025-02-08", true)] // Saturday, worked
    [InlineData("2025-02-09", false)]
    public void IsWorkingDay_HolidaysAndExchangedDays(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkingDay(Day(day)));

    [Theory]

    // 27 September (Friday) + 5: 29 (worked Sunday), 30, 8, 9, 10 October.
    [InlineData("2024-09-27", 5, "2024-10-10")]

    // 30 September + 7: 8, 9, 10, 11, 12 (worked Saturday), 14, 15 October.
    [InlineData("2024-09-30", 7, "2024-10-15")]

    // 24 January (Friday) + 3: 26 (worked Sunday), 27 January, 5 February.
    [InlineData("2025-01-24", 3, "2025-02-05")]

    // 5 February (Wednesday) + 5: 6, 7, 8 (worked Saturday), 10, 11.
    [InlineData("2025-02-05", 5, "2025-02-11")]

    // From a holiday: the first working day after it is the first counted.
    [InlineData("2024-10-03", 1, "2024-10-08")]
    public void Of_WorkingDays_CountsOnlyWorkedDays(string start, int days, string last) => Assert.Equal(Day(last), Deadline.Of(Day(start), new Term(days, Counting.Working), Calendar));

    [Theory]

    // 11 September + 20 = 1 October, a holiday: the next day that is none is 8 October.
    [InlineData("2024-09-11", 20, "2024-10-08")]

    // 10 September + 3 = 13 September, Friday.
    [InlineData("2024-09-10", 3, "2024-09-13")]

    // A plain weekend does not move it: 6 + 7 = 13 October, a Sunday.
    [InlineData("2024-10-06", 7, "2024-10-13")]

    // 15 January + 20 = 4 February, the last holiday: 5 February.
    [InlineData("2025-01-15", 20, "2025-02-05")]
    public void Of_CalendarDays_MovesOffAStatutoryHolidayOnly(string start, int days, string last) => Assert.Equal(Day(last), Deadline.Of(Day(start), new Term(days, Counting.Calendar), Calendar));

    [Theory]

    // 6 + 7 = 13 October, a Sunday: Monday the 14th.
    [InlineData("2024-10-06", 7, "2024-10-14")]

    // 5 + 7 = 12 October, a worked Saturday: it stays.
    [InlineData("2024-10-05", 7, "2024-10-12")]

    // 29 December + 30 = 28 January, a holiday: 5 February.
    [InlineData("2024-12-29", 30, "2025-02-05")]
    public void Of_CalendarShift_MovesOffWeekendsToo(string start, int days, string last) => Assert.Equal(Day(last), Deadline.Of(Day(start), new Term(days, Counting.CalendarShift), Calendar));

    [Theory]

    // The same day of the month: 9 September + 1 = 9 October.
    [InlineData("2024-09-09", 1, "2024-10-09")]

    // 30 November + 3: February has no 30th, so its last day, Friday 28 February.
    [InlineData("2024-11-30", 3, "2025-02-28")]

    // 1 September + 1 = 1 October, a holiday: 8 October.
    [InlineData("2024-09-01", 1, "2024-10-08")]

    // 31 October + 1: 30 November is a Saturday: Monday 2 December.
    [InlineData("2024-10-31", 1, "2024-12-02")]
    public void Of_Months_EndsOnTheSameDayOrTheLastOfTheMonth(string start, int months, string last) => Assert.Equal(Day(last), Deadline.Of(Day(start), new Term(months, Counting.Month), Calendar));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Of_NoTerm_IsRefused(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.Of(Day("2024-10-08"), new Term(days, Counting.Working), Calendar));

    [Fact]
    public void Of_BeyondTheCalendar_NamesTheYearThatIsMissing()
    {
        var missing = Assert.Throws<CalendarRangeException>(() => Deadline.Of(Day("2025-03-28"), new Term(10, Counting.Working), Calendar));

        Assert.Equal(("china", Day("2025-04-01"), 2025), (missing.CalendarId, missing.Date, missing.Year));
    }

    [Fact]
    public void Of_BeforeTheCalendar_IsRefused() => Assert.Throws<CalendarRangeException>(() => Deadline.Of(Day("2024-08-31"), new Term(5, Counting.Calendar), Calendar));

    [Theory]
    [InlineData(int.MaxValue, Counting.Calendar)]
    [InlineData(int.MaxValue, Counting.Month)]
    [InlineData(int.MaxValue, Counting.CalendarShift)]
    public void Of_TermBeyondAllDates_IsRefusedAsOutsideTheCalendar(int length, Counting counting) =>
        Assert.Throws<CalendarRangeException>(() => Deadline.Of(Day("2024-10-08"), new Term(length, counting), Calendar));

    [Fact]
    public void ChinaTime_LateEveningUtc_IsTheNextDayInChina()
    {
        Assert.Equal(Day("2024-10-02"), ChinaTime.DateOf(new DateTimeOffset(2024, 10, 1, 16, 0, 0, TimeSpan.Zero)));
        Assert.Equal(Day("2024-10-01"), ChinaTime.DateOf(new DateTimeOffset(2024, 10, 1, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2024, 10, 1, 1, 0, 0, TimeSpan.Zero), ChinaTime.At(Day("2024-10-01"), new TimeOnly(9, 0)));
    }
}
