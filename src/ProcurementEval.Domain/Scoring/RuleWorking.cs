using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Writes how <see cref="RulePoints"/> came to its points; only when somebody reads it, because words cost more than figures.</summary>
internal static class RuleWorking
{
    public static IEnumerable<Step> Of(Rule rule, decimal full, string key, IReadOnlyDictionary<string, Fact> facts, Assessor? judge)
    {
        var points = RulePoints.Of(rule, full, key, facts, judge);
        if (rule is SumRule sum)
        {
            return
            [
                .. sum.Parts.SelectMany(p => Of(p.Rule, p.Max, $"{key}/{p.Code}", facts, judge)),
                new Step("sum-capped", $"min({Calculation.Sum(sum.Parts.Select(p => RulePoints.Of(p.Rule, p.Max, $"{key}/{p.Code}", facts, judge)))}, {T(full)})", points),
            ];
        }

        return rule.SuppliedBy == Supplier.Assessor ? [new Step("judged", judge!.Id, points)] : OfFact(rule, full, facts[key], points);
    }

    private static Step[] OfFact(Rule rule, decimal full, Fact fact, decimal points) => (rule, fact) switch
    {
        (LevelRule, _) => [new("level", T(points), points)],
        (MetRule, FlagFact flag) => [new(flag.Met ? "met" : "not-met", T(points), points)],
        (EachRule each, NumberFact count) => [new("each", $"min({T(count.Value)} × {T(each.Points)}, {T(full)})", points)],
        (RatioRule ratio, RatioFact done) => [new("ratio", $"min({T(done.Actual)} ÷ {T(RulePoints.Target(ratio.Target, done))}, {T(ratio.Cap)}) × {T(full)}", points)],
        (InverseRatioRule inverse, RatioFact used) => [new("inverse-ratio", $"min({T(RulePoints.Target(inverse.Target, used))} ÷ {T(used.Actual)}, 1) × {T(full)}", points)],
        (StepRule step, NumberFact value) => [new(RulePoints.RangeOf(step, value) is null ? "step-else" : "step", $"{T(value.Value)}{step.Unit} → {T(points)}", points)],
        (LookupRule lookup, CategoryFact category) when RulePoints.EntryOf(lookup, category) is { } entry => [new("lookup", $"{entry.Name} → {T(points)}", points)],
        (LookupRule, CategoryFact category) => [new("lookup-else", $"{category.Key} → {T(points)}", points)],
        (DeductRule, DeductFact { Zero: true }) => [new("deduct-zero", $"{T(full)} − {T(full)}", points)],
        (DeductRule deduct, DeductFact breaches) => [new("deduct", $"max({T(full)} − {T(breaches.Count)} × {T(deduct.Unit)}, 0)", points)],
        (BonusRule bonus, NumberFact count) => [new("each", $"min({T(count.Value)} × {T(bonus.Unit)}, {T(full)})", points)],
        (LowestPriceRule, ComparedFact price) => [new("lowest-price", $"{T(price.Best)} ÷ {T(price.Own)} × {T(full)}", points)],
        (HoursRule, ComparedFact hours) => [new("hours", $"{T(hours.Own)} ÷ {T(hours.Best)} × {T(full)}", points)],
        (RankRule, NumberFact place) => [new("rank", $"{T(place.Value)} → {T(points)}", points)],
        (SurveyRule, LikertFact answers) => OfLikert(full, answers, points),
        (SurveyRule, ValidShareFact share) => [new("valid-share", $"{share.Valid} ÷ {share.Asked} × {T(full)}", points)],
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no working."),
    };

    private static Step[] OfLikert(decimal full, LikertFact answers, decimal points)
    {
        var asked = answers.Counts.Sum();
        var mean = RulePoints.SumOf(answers) / asked;
        return
        [
            new("likert-mean", $"({string.Join(" + ", answers.Counts.Select((count, i) => $"{count} × {i + 1}"))}) ÷ {asked}", mean),
            new("likert", $"({T(mean)} − 1) ÷ 4 × {T(full)}", points),
        ];
    }

    private static string T(decimal value) => Calculation.Text(value);
}
