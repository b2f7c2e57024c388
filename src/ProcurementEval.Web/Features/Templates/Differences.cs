using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>What two versions of a template say differently, part by part in the order of the tree; parts are known by their codes.</summary>
internal static class Differences
{
    public static IReadOnlyList<Difference> Between(Template before, Template after)
    {
        var (old, now) = (Parts(before).ToArray(), Parts(after).ToArray());
        var (oldByKey, newByKey) = (old.ToDictionary(p => (p.Kind, p.Code)), now.ToDictionary(p => (p.Kind, p.Code)));
        return [.. old.Concat(now).Select(p => (p.Kind, p.Code)).Distinct().SelectMany(key => Of(key, oldByKey.GetValueOrDefault(key), newByKey.GetValueOrDefault(key)))];
    }

    private static IEnumerable<Difference> Of((string Kind, string Code) key, Part? old, Part? now)
    {
        if (old is null || now is null)
        {
            return [new Difference(key.Kind, key.Code, string.Empty, old?.Whole, now?.Whole)];
        }

        return old.Aspects.Select(a => (a.Name, Old: a.Text, Now: now.Aspects.Single(n => n.Name == a.Name).Text)).Where(a => a.Old != a.Now)
            .Select(a => new Difference(key.Kind, key.Code, a.Name, a.Old, a.Now));
    }

    private static IEnumerable<Part> Parts(Template template) =>
    [
        new("template", template.Id, [("Title", template.Title), ("Scale", RuleText.Figure(template.Scale)), ("BonusCap", RuleText.Figure(template.BonusCap)), ("Note", template.Note)]),
        .. template.Raters.Select(r => new Part("rater", r.Code, [("Title", r.Name)])),
        .. template.Bands.Select(b => new Part("band", b.Grade, [("Title", b.Name), ("Range", Range(b))])),
        .. template.Indicators.SelectMany(i => Indicators(i, string.Empty)),
        .. template.Vetoes.Select(v => new Part("veto", v.Code, [("Title", v.Title), ("Consequence", v.Consequence.ToString()), ("Conditions", string.Join("; ", v.Conditions.Select(c => c.Title))), ("Rater", v.Rater)])),
        .. template.Bonuses.Select(b => new Part("bonus", b.Code, [("Title", b.Title), ("Max", RuleText.Figure(b.Max)), ("Rule", RuleText.Of(b.Rule))])),
    ];

    private static IEnumerable<Part> Indicators(Indicator indicator, string under) =>
        indicator.Items.SelectMany(i => Indicators(i, indicator.Code)).Prepend(new Part("indicator", indicator.Code,
        [
            ("Title", indicator.Title),
            ("Max", RuleText.Figure(indicator.Max)),
            ("Rule", indicator.Rule is { } rule ? RuleText.Of(rule) : null),
            ("SuppliedBy", indicator.Rule?.SuppliedBy.ToString()),
            ("MarkedOutOf", indicator.MarkedOutOf is { } marked ? RuleText.Figure(marked) : null),
            ("Rater", indicator.Rater),
            ("Source", indicator.Source),
            ("Under", under),
        ]));

    public static string Range(Band band) => $"≥ {RuleText.Figure(band.From)}{(band.Below is { } below ? $", < {RuleText.Figure(below)}" : null)}{(band.To is { } to ? $", ≤ {RuleText.Figure(to)}" : null)}";

    private sealed record Part(string Kind, string Code, IReadOnlyList<(string Name, string? Text)> Aspects)
    {
        // What stands for a part that only one version has.
        public string Whole => string.Join(" · ", Aspects.Where(a => a.Name is "Title" or "Max" or "Range" or "Rule").Select(a => a.Text).OfType<string>());
    }
}
