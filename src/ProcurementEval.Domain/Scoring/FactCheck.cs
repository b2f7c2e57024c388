using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Whether one fact or judgement can be what its rule asks for.</summary>
internal static class FactCheck
{
    public static IEnumerable<Fault> Faults(RuleInput input, Fact fact)
    {
        var path = $"facts/{input.Key}";
        string? code = (input.Rule, fact) switch
        {
            (LevelRule rule, NumberFact level) => rule.Levels.Any(l => l.Points == level.Value) ? null : "LevelUnknown",
            (MetRule, FlagFact) => null,
            (EachRule or BonusRule, NumberFact count) => count.Value < 0 ? "FactNegative" : null,
            (StepRule, NumberFact) => null,
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
        return code is null ? [] : [Fault.Block(path, code, input.Key, input.Title)];
    }

    public static IEnumerable<Fault> Points(RuleInput item, Judgement judgement, string path)
    {
        if (judgement.Points < 0 || judgement.Points > item.Full)
        {
            yield return Fault.Block(path, "PointsOutOfRange", item.Key, judgement.Points, item.Full);
        }
        else if (!Published.IsPublished(judgement.Points))
        {
            yield return Fault.Block(path, "PointsTooFine", item.Key, judgement.Points);
        }
        else if (item.Rule is LevelRule level && level.Levels.All(l => l.Points != judgement.Points))
        {
            yield return Fault.Block(path, "LevelUnknown", item.Key, item.Title, judgement.Points);
        }
        else if (item.Rule is JudgementRule && judgement.Points < item.Full * JudgementRule.CommentBelow && string.IsNullOrWhiteSpace(judgement.Comment))
        {
            yield return Fault.Block(path, "CommentMissing", item.Key, judgement.Points, item.Full);
        }
        else if (item.Rule is MetRule && judgement.Points != 0 && judgement.Points != item.Full)
        {
            yield return Fault.Block(path, "LevelUnknown", item.Key, item.Title, judgement.Points);
        }
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
