using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>An instant as whole microseconds since 1970-01-01 UTC; anything finer is cut off, on every provider alike.</summary>
internal sealed class InstantConversion() : ValueConverter<DateTimeOffset, long>(instant => ToMicroseconds(instant), stored => FromMicroseconds(stored))
{
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long stored) => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond);
}
