using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Benchmarks;

/// <summary>The Scorer, with its checks and its working, against a loop over arrays that knows the template by heart and does the same arithmetic.</summary>
internal static class ScoringComparison
{
    public static Comparison Create()
    {
        var work = new ScoringWork();
        var (ours, loop) = (new decimal[ScoringWork.Contracts], new decimal[ScoringWork.Contracts]);
        WithScorer(work, ours);
        WithLoop(work, loop);
        if (!ours.SequenceEqual(loop))
        {
            throw new InvalidOperationException("The two ways disagree: the ratio would compare different work.");
        }

        return new Comparison($"scorer, {ScoringWork.Contracts} contracts × {ScoringWork.Indicators} indicators × {ScoringWork.Assessors} assessors", "loop over arrays", () => WithScorer(work, ours), () => WithLoop(work, loop));
    }

    private static void WithScorer(ScoringWork work, decimal[] totals)
    {
        for (var c = 0; c < ScoringWork.Contracts; c++)
        {
            totals[c] = Scorer.Score(ScoringWork.Template, work.Inputs[c]).Total;
        }
    }

    private static void WithLoop(ScoringWork work, decimal[] totals)
    {
        for (var c = 0; c < ScoringWork.Contracts; c++)
        {
            var total = 0m;
            for (var i = 0; i < ScoringWork.Indicators; i++)
            {
                total += Math.Round(Exact(work, c, i), 2, MidpointRounding.AwayFromZero);
            }

            totals[c] = total;
        }
    }

    private static decimal Exact(ScoringWork work, int c, int i)
    {
        var count = work.Counts[c, i];
        switch (i % ScoringWork.Kinds)
        {
            case < 5:
                var sum = 0m;
                for (var a = 0; a < ScoringWork.Assessors; a++)
                {
                    sum += work.Points[c, i, a];
                }

                return sum / ScoringWork.Assessors;
            case < 8:
                return count >= 50m ? 10m : count * 10m / 50m;
            case 8:
                return count >= 50m ? 10m : count >= 30m ? 6m : count >= 10m ? 3m : 0m;
            default:
                return Math.Max(10m - (count * 0.5m), 0m);
        }
    }
}
