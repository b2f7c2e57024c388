using System.Diagnostics;
using System.Globalization;

namespace ProcurementEval.Benchmarks;

/// <summary>Two ways to do the same work, measured in turns so that both meet the same machine.</summary>
internal sealed record Comparison(string Name, string Yardstick, Action Ours, Action Other)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public int Rounds { get; init; } = 21;

    /// <summary>Documents that one round makes; 0 where a rate says nothing.</summary>
    public int Pieces { get; init; }

    /// <summary>A time for people, with the rate it comes to.</summary>
    public string Text(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms{(Pieces > 0 ? $" ({Pieces / milliseconds * 1000:0.0} a second)" : string.Empty)}");

    /// <summary>Median times of both in milliseconds, and the median of the rounds' own ratios.</summary>
    public (double Ours, double Other, double Ratio) Measure()
    {
        // The just-in-time compiler settles within a second or two; before that it is measured instead of the work.
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
        {
            Ours();
            Other();
        }

        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Ours: Milliseconds(Ours), Other: Milliseconds(Other))).ToArray();
        return (Median(rounds.Select(r => r.Ours)), Median(rounds.Select(r => r.Other)), Median(rounds.Select(r => r.Ours / r.Other)));
    }

    private static double Milliseconds(Action work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
