using System.Runtime.CompilerServices;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>One thing a template asks for: its key, the rule that reads it, the rule's full mark in points, and who rates the leaf it belongs to.</summary>
public sealed record RuleInput(string Key, string Title, Rule Rule, decimal Full, string? Rater)
{
    // A template never changes, and one template scores thousands of subjects.
    private static readonly ConditionalWeakTable<Template, IReadOnlyList<RuleInput>> Known = [];

    /// <summary>All inputs of a template in the order of its tree, bonus items last.</summary>
    public static IReadOnlyList<RuleInput> Of(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Known.GetValue(template, t =>
        [
            .. t.Indicators.SelectMany(i => OfTree(i, i.Rater)),
            .. t.Bonuses.SelectMany(b => OfRule(b.Code, b.Title, b.Rule, b.Max, rater: null)),
        ]);
    }

    /// <summary>What an assessor of a class of raters judges: his score sheet, in the order of the tree.</summary>
    public static IReadOnlyList<RuleInput> JudgedBy(Template template, string rater) =>
        [.. Of(template).Where(i => i.Rule.SuppliedBy == Supplier.Assessor && LeafScorer.Judges(template, rater, i.Rater))];

    private static IEnumerable<RuleInput> OfTree(Indicator indicator, string? rater) => indicator.Rule is { } rule
        ? OfRule(indicator.Code, indicator.Title, rule, indicator.FullMark, rater)
        : indicator.Items.SelectMany(i => OfTree(i, i.Rater ?? rater));

    private static IEnumerable<RuleInput> OfRule(string key, string title, Rule rule, decimal full, string? rater) => rule is SumRule sum
        ? sum.Parts.SelectMany(p => OfRule($"{key}/{p.Code}", p.Title, p.Rule, p.Max, rater))
        : [new RuleInput(key, title, rule, full, rater)];
}
