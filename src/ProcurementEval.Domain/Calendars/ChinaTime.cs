namespace ProcurementEval.Domain.Calendars;

/// <summary>Dates in Asia/Shanghai, UTC+8 all year since 1992.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The same instant on a clock in China.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The instant of a time of day on a date in China, in UTC.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date, time, Offset).ToUniversalTime();
}
