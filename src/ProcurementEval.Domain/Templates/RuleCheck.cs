using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Templates;

/// <summary>Whether a rule is well formed, stays within its full mark, and can reach it.</summary>
internal static class RuleCheck
{
    private const int Anchors = 5;

    public static IEnumerable<Fault> Faults(Rule rule, decimal full, string path) => rule switch
    {
        LevelRule level => Table(level.Levels, l => l.Points, l => Words(l.Points), full, $"{path}/levels").Concat(Reach(level.Levels.Select(l => l.Points), full, path)),
        LookupRule lookup => [.. Table(lookup.Table, e => e.Points, e => e.Key, full, $"{path}/table"), .. Else(lookup.Else, full, path), .. Reach(lookup.Table.Select(e => e.Points).Append(lookup.Else), full, path)],
        RankRule rank => [.. Table(rank.Points, p => p, key: null, full, $"{path}/points"), .. Else(rank.Else, full, path), .. Reach(rank.Points.Append(rank.Else), full, path), .. Falling(rank, path)],
        StepRule step => [.. Table(step.Steps, s => s.Points, key: null, full, $"{path}/steps"), .. Else(step.Else, full, path), .. Reach(step.Steps.Select(s => s.Points).Append(step.Else), full, path), .. StepCheck.Faults(step, path)],
        SumRule sum => Sum(sum, full, path),
        EachRule each => Unit(each.Points, full, $"{path}/points"),
        DeductRule deduct => Unit(deduct.Unit, full, $"{path}/unit"),
        BonusRule bonus => Unit(bonus.Unit, full, $"{path}/unit"),
        RatioRule ratio => Target(ratio.Target, path).Concat(Cap(ratio.Cap, path)),
        InverseRatioRule inverse => Target(inverse.Target, path),
        JudgementRule judgement => Judgement(judgement, path),
        _ => [],
    };

    public static IEnumerable<Fault> Maximum(decimal max, string path) => max <= 0 || !Published.IsPublished(max) ? [Fault.Block(path, "MaximumInvalid", max)] : [];

    private static IEnumerable<Fault> Table<T>(IReadOnlyList<T> rows, Func<T, decimal> points, Func<T, string>? key, decimal full, string path)
    {
        if (rows.Count == 0)
        {
            yield return Fault.Block(path, "TableEmpty");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var fault in Points(points(rows[i]), full, $"{path}/{i}"))
            {
                yield return fault;
            }

            if (key is not null && rows.Take(i).Any(r => key(r) == key(rows[i])))
            {
                yield return Fault.Block($"{path}/{i}", "TableKeyTwice", key(rows[i]));
            }
        }
    }

    private static IEnumerable<Fault> Points(decimal points, decimal full, string path) =>
        points < 0 || points > full || !Published.IsPublished(points) ? [Fault.Block(path, "PointsInvalid", points, full)] : [];

    private static IEnumerable<Fault> Else(decimal points, decimal full, string path) => Points(points, full, $"{path}/else");

    private static IEnumerable<Fault> Reach(IEnumerable<decimal> points, decimal full, string path) =>
        points.DefaultIfEmpty().Max() is var best && best < full ? [Fault.Block(path, "MaximumUnreachable", full, best)] : [];

    private static IEnumerable<Fault> Falling(RankRule rank, string path) => rank.Points.Append(rank.Else).Zip(rank.Points.Append(rank.Else).Skip(1)).Any(p => p.Second > p.First)
        ? [Fault.Block($"{path}/points", "RankRises")] : [];

    private static IEnumerable<Fault> Unit(decimal unit, decimal full, string path) =>
        unit <= 0 || unit > full || !Published.IsPublished(unit) ? [Fault.Block(path, "UnitInvalid", unit, full)] : [];

    private static IEnumerable<Fault> Target(decimal? target, string path) => target <= 0 ? [Fault.Block($"{path}/target", "NotPositive", target.Value)] : [];

    // Above 1 the maximum is exceeded, below 1 it is never reached.
    private static IEnumerable<Fault> Cap(decimal cap, string path) => cap != 1 ? [Fault.Block($"{path}/cap", "RatioCapInvalid", cap)] : [];

    private static IEnumerable<Fault> Judgement(JudgementRule rule, string path)
    {
        if (rule.Anchors.Count != Anchors || rule.Anchors.Any(string.IsNullOrWhiteSpace))
        {
            yield return Fault.Block($"{path}/anchors", "AnchorsIncomplete", rule.Anchors.Count, Anchors);
        }

        if (rule.By == Supplier.Fact)
        {
            yield return Fault.Block($"{path}/by", "JudgementByFact");
        }
    }

    private static IEnumerable<Fault> Sum(SumRule sum, decimal full, string path)
    {
        for (var i = 0; i < sum.Parts.Count; i++)
        {
            var (part, at) = (sum.Parts[i], $"{path}/parts/{i}");
            foreach (var fault in Maximum(part.Max, $"{at}/max").Concat(Faults(part.Rule, part.Max, $"{at}/rule")).Concat(TemplateCheck.Code(part.Code, $"{at}/code")))
            {
                yield return fault;
            }

            if (sum.Parts.Take(i).Any(p => p.Code == part.Code))
            {
                yield return Fault.Block($"{at}/code", "CodeTwice", part.Code);
            }

            if (part.Rule is LowestPriceRule or HoursRule or BonusRule)
            {
                yield return Fault.Block($"{at}/rule", "RuleNotInSum", part.Code);
            }
        }

        if (sum.Parts.Sum(p => p.Max) is var reached && reached < full)
        {
            yield return Fault.Block(path, "MaximumUnreachable", full, reached);
        }
    }

    private static string Words(decimal points) => (points / 1.0000m).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
