namespace ProcurementEval.Web.Tests.Jobs;

/// <summary>A time that stands still until it is set.</summary>
internal sealed class SetTime(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;
}
