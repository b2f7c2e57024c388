using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>The fact or judgement that earns the full mark of each rule.</summary>
internal static class FullMarks
{
    public static Fact Fact(RuleInput input) => input.Rule switch
    {
        LevelRule level => new NumberFact(level.Levels.Max(l => l.Points)),
        MetRule => new FlagFact(true),
        EachRule each => new NumberFact(Math.Ceiling(input.Full / each.Points)),
        BonusRule bonus => new NumberFact(Math.Ceiling(input.Full / bonus.Unit)),
        RatioRule ratio => new RatioFact(ratio.Target ?? 50m, ratio.Target is null ? 50m : null),
        InverseRatioRule inverse => new RatioFact(inverse.Target ?? 50m, inverse.Target is null ? 50m : null),
        StepRule step => new NumberFact(Inside(step.Steps.MaxBy(s => s.Points)!)),
        LookupRule lookup => new CategoryFact(lookup.Table.MaxBy(e => e.Points)!.Key),
        DeductRule => new DeductFact(0m, Zero: false),
        LowestPriceRule or HoursRule => new ComparedFact(100m, 100m),
        RankRule => new NumberFact(1m),
        SurveyRule { Form: SurveyForm.Likert } => new LikertFact([0, 0, 0, 0, 60]),
        SurveyRule => new ValidShareFact(60, 60),
        _ => throw new NotSupportedException(input.Rule.GetType().Name),
    };

    public static decimal Points(RuleInput input) => input.Rule is LevelRule level ? level.Levels.Max(l => l.Points) : input.Full;

    public static IEnumerable<RuleInput> Judged(Template template, string rater) => RuleInput.Of(template).Where(i =>
        i.Rule.SuppliedBy == Supplier.Assessor && (i.Rater is { } own ? own == rater : template.Raters.Count < 2 || rater == template.Raters[0].Code));

    private static decimal Inside(StepRange range) => range.From ?? range.To ?? range.Above + 1m ?? range.Below!.Value - 1m;
}
