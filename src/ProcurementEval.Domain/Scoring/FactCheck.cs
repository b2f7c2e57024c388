using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Whether one fact or judgement can be what its rule asks for.</summary>
internal static class FactCheck
{
    /// <summary>What is wrong with a fact; null if nothing is.</summary>
    public static Fault? Of(RuleInput input, Fact fact)
    {
        var code = (input.Rule, fact) switch
        {
            (LevelRule rule, NumberFact level) => rule.Has(level.Value) ? null : "LevelUnknown",
            (MetRule, FlagFact) => null,
            (EachRule or BonusRule, NumberFact count) => count.Value < 0 ? "FactNegative" : null,
            (StepRule rule, NumberFact figure) => figure.Value < 0 && !rule.KnowsNegatives ? "FactNegative" : null,
            (RatioRule rule, RatioFact done) => Ratio(done, rule.Target),
            (InverseRatioRule rule, RatioFact used) => Ratio(used, rule.Target),
            (LookupRule, CategoryFact category) => string.IsNullOrWhiteSpace(category.Key) ? "FactMissing" : null,
            (DeductRule, DeductFact breaches) => breaches.Count < 0 ? "FactNegative" : null,
            (LowestPriceRule or HoursRule, ComparedFact compared) => compared.Own <= 0 || compared.Best <= 0 ? "FactNotPositive" : null,
            (RankRule, NumberFact place) => place.Value < 1 || decimal.Truncate(place.Value) != place.Value ? "RankInvalid" : null,
            (SurveyRule { Form: SurveyForm.Likert }, LikertFact answers) => Likert(answers),
            (SurveyRule { Form: SurveyForm.ValidShare }, ValidShareFact share) => Share(share),
            _ => "FactOfWrongKind",
        };
        return code is null ? null : Fault.Block($"facts/{input.Key}", code, input.Key, input.Title);
    }

    /// <summary>What is wrong with a judgement; null if nothing is.</summary>
    public static Fault? Of(RuleInput item, Judgement judgement, Assessor assessor)
    {
        var points = judgement.Points;
        return item.Rule switch
        {
            _ when points < 0 || points > item.Full => Refused("PointsOutOfRange", item.Key, points, item.Full),
            _ when !Published.IsPublished(points) => Refused("PointsTooFine", item.Key, points),
            LevelRule level when !level.Has(points) => Refused("LevelUnknown", item.Key, item.Title, points),
            MetRule when points != 0 && points != item.Full => Refused("LevelUnknown", item.Key, item.Title, points),
            JudgementRule when points < item.Full * JudgementRule.CommentBelow && string.IsNullOrWhiteSpace(judgement.Comment) => Refused("CommentMissing", item.Key, points, item.Full),
            _ => null,
        };

        Fault Refused(string code, params object[] arguments) => Fault.Block($"assessors/{assessor.Id}/{item.Key}", code, arguments);
    }

    // A target that the template publishes is not the entering person's to change.
    private static string? Ratio(RatioFact fact, decimal? target) => (fact.Target, target) switch
    {
        (null, null) => "TargetMissing",
        ({ }, { }) => "TargetFixed",
        (<= 0, _) or (_, <= 0) => "TargetNotPositive",
        _ => fact.Actual < 0 ? "FactNegative" : null,
    };

    private static string? Likert(LikertFact answers) => answers.Counts.Count != 5 || answers.Counts.Any(c => c < 0) || answers.Counts.Sum() == 0 ? "AnswersInvalid" : null;

    private static string? Share(ValidShareFact share) => share.Asked <= 0 || share.Valid < 0 || share.Valid > share.Asked ? "AnswersInvalid" : null;
}
