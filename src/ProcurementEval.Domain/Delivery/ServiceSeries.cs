using System.Text;
using ProcurementEval.Domain.Calendars;

namespace ProcurementEval.Domain.Delivery;

/// <summary>Makes the service records of a <see cref="SeriesRule"/>: the same rule, period and calendar give the same records on every machine.</summary>
public static class ServiceSeries
{
    private const decimal HourStep = 0.25m;

    /// <summary>Records in order of their dates, one in each equal stretch of the working days, so that they spread over the whole time.</summary>
    /// <exception cref="ArgumentException">The rule contradicts itself, or no working day (no full period) lies within its dates.</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the dates.</exception>
    public static IReadOnlyList<DeliveredService> Of(SeriesRule rule, DateOnly periodStart, DateOnly periodEnd, WorkCalendar calendar)
    {
        var (from, to) = (rule.From ?? periodStart, rule.To ?? periodEnd);
        Check(rule);
        var random = new SplitMix64(unchecked((ulong)rule.Seed) ^ Fnv1a($"{rule.Target}\n{rule.Site}"));
        IReadOnlyList<(DateOnly From, DateOnly To)> stretches = rule.Each is { } each ? FullPeriods.Of(each, from, to) : [(from, to)];
        var records = stretches
            .SelectMany(s => Days(s.From, s.To, rule.Count, random, calendar))
            .Select((day, i) => Record(rule, day, i, random))
            .ToList();
        return records.Count > 0 ? records : throw new ArgumentException($"No full period lies within the dates of series {rule.Target}.", nameof(rule));
    }

    private static void Check(SeriesRule rule)
    {
        var sound = rule.Count > 0
            && rule.People.From >= 0 && rule.People.From <= rule.People.To
            && rule.Sessions.From >= 0 && rule.Sessions.From <= rule.Sessions.To
            && rule.Hours.From >= 0 && rule.Hours.From <= rule.Hours.To
            && rule.GroupEvery is null or > 0
            && rule.OutReachPercent is >= 0 and <= 100
            && rule.Done >= 0 && rule.Base >= rule.Done;
        if (!sound)
        {
            throw new ArgumentException($"Series {rule.Target} contradicts itself.", nameof(rule));
        }
    }

    private static List<DateOnly> Days(DateOnly from, DateOnly to, int count, SplitMix64 random, WorkCalendar calendar)
    {
        var working = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
            {
                working.Add(day);
            }
        }

        if (working.Count == 0)
        {
            throw new ArgumentException($"No working day lies within {from:yyyy-MM-dd} and {to:yyyy-MM-dd}.", nameof(to));
        }

        var days = new List<DateOnly>(count);
        for (var i = 0; i < count; i++)
        {
            var first = (int)((long)i * working.Count / count);
            var next = (int)((long)(i + 1) * working.Count / count);
            days.Add(working[first + random.Below(Math.Max(1, next - first))]);
        }

        return days;
    }

    private static DeliveredService Record(SeriesRule rule, DateOnly day, int index, SplitMix64 random) => new(rule.Target, rule.Site, day)
    {
        People = rule.People.From + random.Below(rule.People.To - rule.People.From + 1),
        Sessions = rule.Sessions.From + random.Below(rule.Sessions.To - rule.Sessions.From + 1),
        Hours = rule.Hours.From + HourStep * random.Below((int)((rule.Hours.To - rule.Hours.From) / HourStep) + 1),
        ForGroup = rule.GroupEvery is { } n && (index + 1) % n == 0,
        OutReach = (index + 1) * rule.OutReachPercent / 100 > index * rule.OutReachPercent / 100,
        Done = rule.Done,
        Base = rule.Base,
    };

    // string.GetHashCode differs from run to run.
    private static ulong Fnv1a(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 0x100000001B3);
        }

        return hash;
    }
}
