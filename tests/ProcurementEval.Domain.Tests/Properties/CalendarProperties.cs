using CsCheck;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Tests.Calendars;

namespace ProcurementEval.Domain.Tests.Properties;

/// <summary>What holds of every term on the calendar.</summary>
public class CalendarProperties
{
    // From 1 September 2024, short enough to end before the calendar does.
    private static readonly Gen<DateOnly> Starts = Gen.Int[0, 120].Select(China.Calendar.From.AddDays);
    private static readonly Gen<int> Lengths = Gen.Int[1, 40];

    [Fact]
    public void WorkingDays_FromStartToDeadline_AreExactlyTheTerm() => Gen.Select(Starts, Lengths).Sample((start, days) =>
    {
        var last = Deadline.Of(start, new Term(days, Counting.Working), China.Calendar);
        var worked = Enumerable.Range(1, last.DayNumber - start.DayNumber).Count(d => China.Calendar.IsWorkingDay(start.AddDays(d)));
        return worked == days && China.Calendar.IsWorkingDay(last);
    });

    [Fact]
    public void CalendarDays_Deadline_IsNeverEarlierAndNeverOnAHoliday() => Gen.Select(Starts, Lengths).Sample((start, days) =>
    {
        var plain = Deadline.Of(start, new Term(days, Counting.Calendar), China.Calendar);
        var shifted = Deadline.Of(start, new Term(days, Counting.CalendarShift), China.Calendar);
        return plain >= start.AddDays(days) && shifted >= plain && !China.Calendar.IsHoliday(plain) && China.Calendar.IsWorkingDay(shifted);
    });

    [Fact]
    public void Deadline_LongerTerm_IsNeverEarlier() => Gen.Select(Starts, Lengths, Gen.Enum<Counting>().Where(c => c != Counting.Month)).Sample((start, days, counting) =>
        Deadline.Of(start, new Term(days + 1, counting), China.Calendar) >= Deadline.Of(start, new Term(days, counting), China.Calendar));
}
