using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Templates;

/// <summary>Whether grade bands give every published figure from 0 upward exactly one grade, and every grade a figure that can be reached.</summary>
public static class BandCheck
{
    /// <summary>Bands are listed from best to worst; <paramref name="top"/> is the highest figure there can be, scale and bonus together.</summary>
    public static IReadOnlyList<Fault> Faults(IReadOnlyList<Band> bands, decimal top, string path)
    {
        ArgumentNullException.ThrowIfNull(bands);
        var placed = bands.Select((band, i) => new Placed(band, $"{path}/{i}", i)).ToArray();
        var own = placed.SelectMany(p => Own(p, top)).ToArray();
        var twice = placed.Where(p => placed.Take(p.Order).Any(b => b.Band.Grade == p.Band.Grade)).Select(p => Fault.Block($"{p.Path}/grade", "GradeTwice", p.Band.Grade));
        return [.. own, .. twice, .. own.Length > 0 ? [] : Together(placed, path)];
    }

    private static IEnumerable<Fault> Own(Placed placed, decimal top)
    {
        var band = placed.Band;
        foreach (var (key, figure) in new[] { ("from", band.From), ("below", band.Below ?? 0), ("to", band.To ?? 0) })
        {
            if (figure < 0 || !Published.IsPublished(figure))
            {
                yield return Fault.Block($"{placed.Path}/{key}", "FigureInvalid", figure);
            }
        }

        if (band is { Below: not null, To: not null })
        {
            yield return Fault.Block(placed.Path, "BandEndsTwice", band.Name);
        }
        else if (placed.End <= band.From)
        {
            yield return Fault.Block(placed.Path, "BandEmpty", band.Name, band.From, band.Below ?? band.To ?? 0);
        }
        else if (band.From > top)
        {
            yield return Fault.Block($"{placed.Path}/from", "BandUnreachable", band.Name, band.From, top);
        }
    }

    private static IEnumerable<Fault> Together(Placed[] placed, string path)
    {
        if (placed.Length == 0)
        {
            yield break;
        }

        var rising = placed.OrderBy(p => p.Band.From).ToArray();
        if (!rising.Reverse().SequenceEqual(placed))
        {
            yield return Fault.Block(path, "BandsNotSorted");
        }

        if (rising[0].Band.From > 0)
        {
            yield return Fault.Block(rising[0].Path, "BandHole", 0m, rising[0].Band.From, 0m, rising[0].Band.From - Published.Unit);
        }

        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)))
        {
            if (lower.End > upper.Band.From)
            {
                yield return Fault.Block(lower.Path, "BandOverlap", lower.Band.Name, upper.Band.Name, upper.Band.From);
            }
            else if (lower.End < upper.Band.From)
            {
                yield return Fault.Block(lower.Path, "BandHole", lower.Band.Below ?? lower.Band.To ?? 0, upper.Band.From, lower.End, upper.Band.From - Published.Unit);
            }
        }

        if (rising[^1].End != decimal.MaxValue)
        {
            yield return Fault.Block(rising[^1].Path, "BandTopClosed", rising[^1].Band.Name);
        }
    }

    private sealed record Placed(Band Band, string Path, int Order)
    {
        /// <summary>The first published figure beyond the band.</summary>
        public decimal End => Band.Below ?? Band.To + Published.Unit ?? decimal.MaxValue;
    }
}
