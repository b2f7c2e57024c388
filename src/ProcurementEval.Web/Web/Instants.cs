namespace ProcurementEval.Web.Web;

/// <summary>The time as it is stored.</summary>
public static class Instants
{
    /// <summary>Now in UTC, whole microseconds, as instants are stored and hashed.</summary>
    public static DateTimeOffset Instant(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
