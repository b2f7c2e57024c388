using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Points of one rule for one input, unrounded, 0 to the full mark; writes its steps where a list is given.</summary>
internal static class RulePoints
{
    public static bool NeedsAssessor(Rule rule) => rule is SumRule sum ? sum.Parts.Any(p => NeedsAssessor(p.Rule)) : rule.SuppliedBy == Supplier.Assessor;

    public static decimal Of(Rule rule, decimal full, string key, IReadOnlyDictionary<string, Fact> facts, Assessor? judge, List<Step>? steps)
    {
        if (rule is SumRule sum)
        {
            return OfSum(sum, full, key, facts, judge, steps);
        }

        if (rule.SuppliedBy == Supplier.Assessor)
        {
            var points = judge!.Judgements[key].Points;
            steps?.Add(new Step("judged", judge.Id, points));
            return points;
        }

        return OfFact(rule, full, facts[key], steps);
    }

    private static decimal OfSum(SumRule sum, decimal full, string key, IReadOnlyDictionary<string, Fact> facts, Assessor? judge, List<Step>? steps)
    {
        var parts = new decimal[sum.Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Of(sum.Parts[i].Rule, sum.Parts[i].Max, $"{key}/{sum.Parts[i].Code}", facts, judge, steps);
        }

        var total = Math.Min(parts.Sum(), full);
        steps?.Add(new Step("sum-capped", $"min({Calculation.Sum(parts)}, {Calculation.Text(full)})", total));
        return total;
    }

    private static decimal OfFact(Rule rule, decimal full, Fact fact, List<Step>? steps)
    {
        switch (rule, fact)
        {
            case (LevelRule, NumberFact level):
                return Done("level", Calculation.Text(level.Value), level.Value);
            case (MetRule, FlagFact flag):
                return Done(flag.Met ? "met" : "not-met", Calculation.Text(flag.Met ? full : 0m), flag.Met ? full : 0m);
            case (EachRule each, NumberFact count):
                return Done("each", $"min({T(count.Value)} × {T(each.Points)}, {T(full)})", Math.Min(count.Value * each.Points, full));
            case (RatioRule ratio, RatioFact done):
                var target = done.Target ?? ratio.Target!.Value;
                var reached = $"{T(done.Actual)} ÷ {T(target)}";
                return ratio.Cap == 1m && done.Actual >= target
                    ? Done("ratio", $"min({reached}, 1) × {T(full)}", full)
                    : Done("ratio", $"min({reached}, {T(ratio.Cap)}) × {T(full)}", Math.Min(done.Actual * full / target, full * ratio.Cap));
            case (InverseRatioRule inverse, RatioFact used):
                var limit = used.Target ?? inverse.Target!.Value;
                return Done("inverse-ratio", $"min({T(limit)} ÷ {T(used.Actual)}, 1) × {T(full)}", used.Actual <= limit ? full : limit * full / used.Actual);
            case (StepRule step, NumberFact value):
                var range = step.Steps.FirstOrDefault(s => s.Holds(value.Value));
                return Done(range is null ? "step-else" : "step", $"{T(value.Value)}{step.Unit} → {T(range?.Points ?? step.Else)}", range?.Points ?? step.Else);
            case (LookupRule lookup, CategoryFact category):
                var entry = lookup.Table.FirstOrDefault(e => e.Key == category.Key);
                return Done(entry is null ? "lookup-else" : "lookup", $"{entry?.Name ?? category.Key} → {T(entry?.Points ?? lookup.Else)}", entry?.Points ?? lookup.Else);
            case (DeductRule deduct, DeductFact breaches):
                return breaches.Zero
                    ? Done("deduct-zero", $"{T(full)} − {T(full)}", 0m)
                    : Done("deduct", $"max({T(full)} − {T(breaches.Count)} × {T(deduct.Unit)}, 0)", Math.Max(full - (breaches.Count * deduct.Unit), 0m));
            case (BonusRule bonus, NumberFact count):
                return Done("each", $"min({T(count.Value)} × {T(bonus.Unit)}, {T(full)})", Math.Min(count.Value * bonus.Unit, full));
            case (LowestPriceRule, ComparedFact price):
                return Done("lowest-price", $"{T(price.Best)} ÷ {T(price.Own)} × {T(full)}", price.Best * full / price.Own);
            case (HoursRule, ComparedFact hours):
                return Done("hours", $"{T(hours.Own)} ÷ {T(hours.Best)} × {T(full)}", hours.Own * full / hours.Best);
            case (RankRule rank, NumberFact place):
                var points = place.Value <= rank.Points.Count ? rank.Points[(int)place.Value - 1] : rank.Else;
                return Done("rank", $"{T(place.Value)} → {T(points)}", points);
            case (SurveyRule, LikertFact answers):
                return OfLikert(full, answers, steps);
            case (SurveyRule, ValidShareFact share):
                return Done("valid-share", $"{share.Valid} ÷ {share.Asked} × {T(full)}", share.Valid * full / share.Asked);
            default:
                throw new InvalidOperationException($"{rule.GetType().Name} cannot read {fact.GetType().Name}; the check must have refused it.");
        }

        static string T(decimal value) => Calculation.Text(value);

        decimal Done(string code, string calculation, decimal value)
        {
            steps?.Add(new Step(code, calculation, value));
            return value;
        }
    }

    // (mean − 1) ÷ 4 × full, multiplied before it is divided so that nothing is lost: (Σ − n) × full ÷ (4 n).
    private static decimal OfLikert(decimal full, LikertFact answers, List<Step>? steps)
    {
        var asked = answers.Counts.Sum();
        var sum = answers.Counts.Select((count, i) => count * (i + 1m)).Sum();
        var points = (sum - asked) * full / (4m * asked);
        steps?.Add(new Step("likert-mean", $"({string.Join(" + ", answers.Counts.Select((count, i) => $"{count} × {i + 1}"))}) ÷ {asked}", sum / asked));
        steps?.Add(new Step("likert", $"({Calculation.Text(sum / asked)} − 1) ÷ 4 × {Calculation.Text(full)}", points));
        return points;
    }
}
