using System.Globalization;

namespace ProcurementEval.Web.Jobs;

/// <summary>The time of the demonstration: it begins at a given instant, runs as fast as real time, can be advanced, and never goes back, not even over a restart.</summary>
public sealed class DemoClock : TimeProvider
{
    // After a crash the clock goes on at the end of what it had set aside: at most so much is skipped.
    private static readonly TimeSpan SetAside = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly string path;
    private readonly TimeProvider real;
    private DateTimeOffset origin;
    private long started;
    private DateTimeOffset stored;

    /// <param name="path">The file that keeps the time.</param>
    /// <param name="start">The first instant, where there is no such file yet.</param>
    /// <param name="real">What measures how much time has passed.</param>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="FormatException">The file does not hold an instant.</exception>
    public DemoClock(string path, DateTimeOffset start, TimeProvider? real = null)
    {
        this.path = path;
        this.real = real ?? System;
        origin = File.Exists(path) ? DateTimeOffset.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : start;
        started = this.real.GetTimestamp();
        Store(origin);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            var now = Now();
            if (now >= stored)
            {
                Store(now);
            }

            return now;
        }
    }

    /// <summary>Moves on to an instant.</summary>
    /// <returns>False, and nothing is moved, where the instant has passed.</returns>
    public bool AdvanceTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant <= Now())
            {
                return false;
            }

            Store(instant);
            (origin, started) = (instant.ToUniversalTime(), real.GetTimestamp());
            return true;
        }
    }

    private DateTimeOffset Now() => origin + real.GetElapsedTime(started);

    private void Store(DateTimeOffset now)
    {
        var until = now.ToUniversalTime() + SetAside;
        File.WriteAllText(path + ".new", until.ToString("O", CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
        stored = until;
    }
}
