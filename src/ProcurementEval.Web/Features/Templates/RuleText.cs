using System.Globalization;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>A scoring rule in the reader's language, with every figure of it.</summary>
internal static class RuleText
{
    public static string Of(Rule rule)
    {
        var name = SiteText.Of($"Rule.{rule.GetType().Name}");
        var details = Details(rule).ToArray();
        return details.Length == 0 ? name : SiteText.Of("Rule.WithDetails", name, string.Join(SiteText.Of("Rule.Separator"), details));
    }

    private static IEnumerable<string> Details(Rule rule) => rule switch
    {
        LevelRule r => r.Levels.Select(l => Pair(l.Name, l.Points)),
        SumRule r => r.Parts.Select(p => SiteText.Of("Rule.Part", p.Title, Figure(p.Max), Of(p.Rule))),
        EachRule r => [SiteText.Of("Rule.Each", Figure(r.Points))],
        RatioRule r => [.. Target(r.Target), .. r.Cap == 1m ? [] : new[] { SiteText.Of("Rule.Cap", Show.Percent(r.Cap)) }],
        InverseRatioRule r => Target(r.Target),
        StepRule r => [.. r.Steps.Select(s => Pair(Range(s, r.Unit), s.Points)), Else(r.Else)],
        LookupRule r => [.. r.Table.Select(e => Pair(e.Name, e.Points)), Else(r.Else)],
        DeductRule r => [SiteText.Of("Rule.Unit", Figure(r.Unit)), .. r.ZeroIf is { } zero ? [SiteText.Of("Rule.ZeroIf", zero)] : Array.Empty<string>()],
        BonusRule r => [SiteText.Of("Rule.Bonus", Figure(r.Unit))],
        RankRule r => [.. r.Points.Select((p, i) => Pair(SiteText.Of("Rule.Place", i + 1), p)), Else(r.Else)],
        SurveyRule r => [SiteText.Of($"SurveyForm.{r.Form}")],
        JudgementRule r => r.Anchors,
        _ => [],
    };

    public static string Figure(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Pair(string name, decimal points) => SiteText.Of("Rule.Points", name, Figure(points));

    private static string Else(decimal points) => Pair(SiteText.Of("Rule.Else"), points);

    private static string[] Target(decimal? target) => target is { } t ? [SiteText.Of("Rule.Target", Figure(t))] : [];

    private static string Range(StepRange range, string? unit)
    {
        (string Sign, decimal? End)[] ends = [("≥", range.From), (">", range.Above), ("≤", range.To), ("<", range.Below)];
        return string.Join(' ', ends.Where(e => e.End is not null).Select(e => $"{e.Sign} {Figure(e.End!.Value)}{unit}"));
    }
}
