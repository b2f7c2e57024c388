using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Points of one rule for one input, unrounded, 0 to the full mark.</summary>
internal static class RulePoints
{
    public static bool NeedsAssessor(Rule rule) => rule is SumRule sum ? sum.Parts.Any(p => NeedsAssessor(p.Rule)) : rule.SuppliedBy == Supplier.Assessor;

    public static decimal Of(Rule rule, decimal full, string key, IReadOnlyDictionary<string, Fact> facts, Assessor? judge)
    {
        if (rule is SumRule sum)
        {
            return Math.Min(sum.Parts.Sum(p => Of(p.Rule, p.Max, $"{key}/{p.Code}", facts, judge)), full);
        }

        return rule.SuppliedBy == Supplier.Assessor ? judge!.Judgements[key].Points : OfFact(rule, full, facts[key]);
    }

    // Always multiplied before it is divided, so that nothing is lost before publication.
    public static decimal OfFact(Rule rule, decimal full, Fact fact) => (rule, fact) switch
    {
        (LevelRule, NumberFact level) => level.Value,
        (MetRule, FlagFact flag) => flag.Met ? full : 0m,
        (EachRule each, NumberFact count) => Math.Min(count.Value * each.Points, full),
        (RatioRule { Cap: 1m } ratio, RatioFact done) when done.Actual >= Target(ratio.Target, done) => full,
        (RatioRule ratio, RatioFact done) => Math.Min(done.Actual * full / Target(ratio.Target, done), full * ratio.Cap),
        (InverseRatioRule inverse, RatioFact used) when used.Actual <= Target(inverse.Target, used) => full,
        (InverseRatioRule inverse, RatioFact used) => Target(inverse.Target, used) * full / used.Actual,
        (StepRule step, NumberFact value) => RangeOf(step, value)?.Points ?? step.Else,
        (LookupRule lookup, CategoryFact category) => EntryOf(lookup, category)?.Points ?? lookup.Else,
        (DeductRule, DeductFact { Zero: true }) => 0m,
        (DeductRule deduct, DeductFact breaches) => Math.Max(full - (breaches.Count * deduct.Unit), 0m),
        (BonusRule bonus, NumberFact count) => Math.Min(count.Value * bonus.Unit, full),
        (LowestPriceRule, ComparedFact price) => price.Best * full / price.Own,
        (HoursRule, ComparedFact hours) => hours.Own * full / hours.Best,
        (RankRule rank, NumberFact place) => place.Value <= rank.Points.Count ? rank.Points[(int)place.Value - 1] : rank.Else,
        (SurveyRule, LikertFact answers) => (SumOf(answers) - answers.Counts.Sum()) * full / (4m * answers.Counts.Sum()),
        (SurveyRule, ValidShareFact share) => share.Valid * full / share.Asked,
        _ => throw new InvalidOperationException($"{rule.GetType().Name} cannot read {fact.GetType().Name}; the check must have refused it."),
    };

    public static decimal Target(decimal? ofTemplate, RatioFact fact) => ofTemplate ?? fact.Target!.Value;

    public static StepRange? RangeOf(StepRule step, NumberFact value) => step.Steps.FirstOrDefault(s => s.Holds(value.Value));

    public static LookupEntry? EntryOf(LookupRule lookup, CategoryFact category) => lookup.Table.FirstOrDefault(e => e.Key == category.Key);

    /// <summary>The sum of all answers from 1 to 5.</summary>
    public static decimal SumOf(LikertFact answers) => answers.Counts.Select((count, i) => count * (i + 1m)).Sum();
}
