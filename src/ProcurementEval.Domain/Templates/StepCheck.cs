using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Templates;

/// <summary>Whether the ranges of a step rule give each value the points its writer meant: the first range that holds a value wins, so a later one must not be cut or hidden.</summary>
internal static class StepCheck
{
    public static IEnumerable<Fault> Faults(StepRule rule, string path)
    {
        var steps = rule.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, at) = (steps[i], $"{path}/steps/{i}");
            if (step is { From: not null, Above: not null } or { To: not null, Below: not null })
            {
                yield return Fault.Block(at, "StepEndsTwice", i + 1);
            }
            else if (!Probes([step]).Any(step.Holds))
            {
                yield return Fault.Block(at, "StepEmpty", i + 1);
            }
            else if (!Probes(steps).Any(v => step.Holds(v) && !steps.Take(i).Any(s => s.Holds(v))))
            {
                yield return Fault.Block(at, "StepHidden", i + 1);
            }
            else if (Enumerable.Range(0, i).Where(j => Cuts(steps[j], step)).Select(j => (int?)j).FirstOrDefault() is { } earlier)
            {
                yield return Fault.Block(at, "StepOverlap", earlier + 1, i + 1, Probes([steps[earlier], step]).First(v => steps[earlier].Holds(v) && step.Holds(v)));
            }
        }

        foreach (var (upper, lower, start, end) in Holes(rule))
        {
            if (rule.Else < Math.Min(upper.Points, lower.Points) || rule.Else > Math.Max(upper.Points, lower.Points))
            {
                yield return Fault.Warn($"{path}/steps", "StepHole", start, end, rule.Else);
            }
        }
    }

    // "from 90, from 70" leaves the later range its rest and is how people write; "from 90, 80 to 95" contradicts itself.
    private static bool Cuts(StepRange earlier, StepRange later) =>
        Ends(later).Any(earlier.Holds) && Probes([earlier, later]).Any(v => earlier.Holds(v) && later.Holds(v));

    private static IEnumerable<(StepRange Upper, StepRange Lower, decimal Start, decimal End)> Holes(StepRule rule)
    {
        foreach (var lower in rule.Steps)
        {
            if ((lower.To ?? lower.Below) is not { } end || rule.Steps.Any(s => s != lower && s.Holds(end)))
            {
                continue;
            }

            var next = rule.Steps.Where(s => (s.From ?? s.Above) >= end).MinBy(s => s.From ?? s.Above);
            if (next is not null && (next.From ?? next.Above) is { } start && start > end + Published.Unit)
            {
                yield return (next, lower, end, start);
            }
        }
    }

    private static IEnumerable<decimal> Ends(StepRange step) => new[] { step.From, step.Above, step.To, step.Below }.OfType<decimal>();

    // One value at every end, one between any two neighbours and one beyond each side: every way of lying in the ranges is met.
    private static IEnumerable<decimal> Probes(IReadOnlyList<StepRange> steps)
    {
        decimal[] ends = [.. steps.SelectMany(Ends).Distinct().Order()];
        return ends.Length == 0 ? [0m] : [.. ends, .. ends.Zip(ends.Skip(1), (a, b) => (a + b) / 2), ends[0] - 1, ends[^1] + 1];
    }
}
