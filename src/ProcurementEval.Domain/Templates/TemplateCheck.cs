using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Templates;

/// <summary>Checks a template by sense: weights, maxima, codes, raters, rules, bands, vetoes and bonus items.</summary>
public static class TemplateCheck
{
    /// <summary>More leaves than this and the check asks for fewer, core indicators (少而精); the number is the project's own.</summary>
    public const int CoreIndicators = 40;

    public static IReadOnlyList<Fault> Faults(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return
        [
            .. RuleCheck.Maximum(template.Scale, "scale"),
            .. Weights(template.Scale, template.Indicators, template.Title, "indicators"),
            .. template.Indicators.SelectMany((indicator, i) => Node(template, indicator, $"indicators/{i}")),
            .. Codes(template),
            .. Raters(template),
            .. BandCheck.Faults(template.Bands, template.Scale + template.BonusCap, "bands"),
            .. template.Vetoes.SelectMany((veto, i) => OfVeto(template, veto, $"vetoes/{i}")),
            .. Bonuses(template),
            .. template.Leaves().Count() is var leaves && leaves > CoreIndicators ? [Fault.Warn("indicators", "ManyIndicators", leaves, CoreIndicators)] : Array.Empty<Fault>(),
        ];
    }

    /// <summary>A code stands in keys like "S1/part", so it may hold no slash.</summary>
    internal static IEnumerable<Fault> Code(string code, string path) =>
        string.IsNullOrWhiteSpace(code) || code.Contains('/', StringComparison.Ordinal) ? [Fault.Block(path, "CodeInvalid", code)] : [];

    private static IEnumerable<Fault> Node(Template template, Indicator node, string path)
    {
        IEnumerable<Fault> own = [.. RuleCheck.Maximum(node.Max, $"{path}/max"), .. Code(node.Code, $"{path}/code"), .. Rater(template, node.Rater, path)];
        return (node.Rule, node.Items.Count) switch
        {
            (not null, > 0) => own.Append(Fault.Block(path, "RuleAndItems", node.Code)),
            (null, 0) => own.Append(Fault.Block(path, "NeitherRuleNorItems", node.Code)),
            (null, _) => own.Concat(Group(node, path)).Concat(node.Items.SelectMany((item, i) => Node(template, item, $"{path}/items/{i}"))),
            ({ } rule, _) => own.Concat(Leaf(template, node, rule, path)),
        };
    }

    private static IEnumerable<Fault> Group(Indicator node, string path) =>
        Weights(node.Max, node.Items, $"{node.Code} {node.Title}", $"{path}/max").Concat(node.MarkedOutOf is null ? [] : [Fault.Block($"{path}/markedOutOf", "GroupMarked", node.Code)]);

    private static IEnumerable<Fault> Leaf(Template template, Indicator leaf, Rule rule, string path)
    {
        var marked = leaf.MarkedOutOf is { } scale ? RuleCheck.Maximum(scale, $"{path}/markedOutOf") : [];
        foreach (var fault in marked.Concat(RuleCheck.Faults(rule, leaf.FullMark, $"{path}/rule")))
        {
            yield return fault;
        }

        if (rule is BonusRule)
        {
            yield return Fault.Block($"{path}/rule", "BonusInTree", leaf.Code);
        }

        if (rule is LowestPriceRule or HoursRule && template.Purpose != TemplatePurpose.Tender)
        {
            yield return Fault.Block($"{path}/rule", "RuleOnlyInTender", leaf.Code);
        }

        if (leaf.RegionalAward)
        {
            yield return Fault.Warn(path, "RegionalAward", leaf.Code, leaf.Title);
        }
    }

    private static IEnumerable<Fault> Weights(decimal whole, IReadOnlyList<Indicator> parts, string title, string path) =>
        parts.Sum(p => p.Max) is var sum && sum != whole ? [Fault.Block(path, sum < whole ? "WeightsMissing" : "WeightsExceed", title, sum, whole, Math.Abs(whole - sum))] : [];

    private static IEnumerable<Fault> Codes(Template template)
    {
        var codes = template.Indicators.SelectMany((node, i) => Paths(node, $"indicators/{i}"))
            .Concat(template.Bonuses.Select((b, i) => (b.Code, Path: $"bonuses/{i}")))
            .Concat(template.Vetoes.Select((v, i) => (v.Code, Path: $"vetoes/{i}")));
        return codes.GroupBy(c => c.Code).SelectMany(g => g.Skip(1)).Select(c => Fault.Block($"{c.Path}/code", "CodeTwice", c.Code));
    }

    private static IEnumerable<(string Code, string Path)> Paths(Indicator node, string path) =>
        node.Items.SelectMany((item, i) => Paths(item, $"{path}/items/{i}")).Prepend((node.Code, path));

    private static IEnumerable<Fault> Raters(Template template)
    {
        foreach (var (rater, i) in template.Raters.Select((r, i) => (r, i)).Where(r => template.Raters.Take(r.i).Any(t => t.Code == r.r.Code)))
        {
            yield return Fault.Block($"raters/{i}/code", "CodeTwice", rater.Code);
        }

        if (template.Raters.Count == 0 && RuleInput.Of(template).Any(i => i.Rule.SuppliedBy == Supplier.Assessor))
        {
            yield return Fault.Block("raters", "RatersMissing");
        }
    }

    private static IEnumerable<Fault> Rater(Template template, string? rater, string path) =>
        rater is not null && template.Raters.All(r => r.Code != rater) ? [Fault.Block($"{path}/rater", "RaterMissing", rater, string.Join(", ", template.Raters.Select(r => r.Code)))] : [];

    private static IEnumerable<Fault> OfVeto(Template template, Veto veto, string path)
    {
        foreach (var fault in Code(veto.Code, $"{path}/code").Concat(Rater(template, veto.Rater, path)))
        {
            yield return fault;
        }

        if (veto.Conditions.Count == 0)
        {
            yield return Fault.Block(path, "VetoWithoutCondition", veto.Code);
        }

        foreach (var (condition, i) in veto.Conditions.Select((c, i) => (c, i)).Where(c => veto.Conditions.Take(c.i).Any(v => v.Code == c.c.Code)))
        {
            yield return Fault.Block($"{path}/conditions/{i}/code", "CodeTwice", condition.Code);
        }

        if (veto.Consequence == VetoConsequence.LowestGrade && template.Bands.Count == 0)
        {
            yield return Fault.Block($"{path}/consequence", "VetoWithoutBands", veto.Code);
        }
    }

    private static IEnumerable<Fault> Bonuses(Template template)
    {
        foreach (var (bonus, i) in template.Bonuses.Select((b, i) => (b, i)))
        {
            foreach (var fault in RuleCheck.Maximum(bonus.Max, $"bonuses/{i}/max").Concat(RuleCheck.Faults(bonus.Rule, bonus.Max, $"bonuses/{i}/rule")).Concat(Code(bonus.Code, $"bonuses/{i}/code")))
            {
                yield return fault;
            }
        }

        var most = template.Bonuses.Sum(b => b.Max);
        if (template.BonusCap < 0 || template.BonusCap > most || (template.BonusCap == 0 && most > 0) || !Published.IsPublished(template.BonusCap))
        {
            yield return Fault.Block("bonusCap", "BonusCapInvalid", template.BonusCap, most);
        }
    }
}
