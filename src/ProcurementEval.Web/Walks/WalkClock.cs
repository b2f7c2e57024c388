using ProcurementEval.Domain.Calendars;

namespace ProcurementEval.Web.Walks;

/// <summary>The time of a walk: it follows the case's dates and moves one second with every step, from nine in the morning of each day.</summary>
internal sealed class WalkClock
{
    private static readonly TimeOnly Opening = new(9, 0);

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    public DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>Moves to a date; an earlier one than today is a defect of the agenda.</summary>
    public void MoveTo(DateOnly date)
    {
        var morning = ChinaTime.At(date, Opening);
        if (morning > Now)
        {
            Now = morning;
        }
        else if (date < Today)
        {
            throw new InvalidOperationException($"The walk cannot go back from {Today:yyyy-MM-dd} to {date:yyyy-MM-dd}.");
        }
    }

    /// <summary>Moves to an instant of the same day, unless it has passed.</summary>
    public void MoveTo(DateTimeOffset instant) => Now = instant > Now ? instant : Now;

    /// <summary>The instant of the next step.</summary>
    public DateTimeOffset Tick() => Now = Now.AddSeconds(1);
}
