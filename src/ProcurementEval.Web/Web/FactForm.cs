using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Web;

/// <summary>The shared facts that a template asks for, as fields of a form: the shape of each follows the rule that reads it.</summary>
public sealed class FactForm
{
    private const string Prefix = "fact.";
    private readonly IReadOnlyList<RuleInput> inputs;
    private readonly IReadOnlyDictionary<string, string> typed;

    /// <param name="template">Whose facts.</param>
    /// <param name="known">What has been entered before.</param>
    /// <param name="posted">What was typed now, which wins; null before anything was.</param>
    /// <param name="leaveOut">Facts that are entered elsewhere.</param>
    public FactForm(Template template, IReadOnlyDictionary<string, Fact> known, IFormCollection? posted = null, Func<RuleInput, bool>? leaveOut = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        inputs = [.. RuleInput.Of(template).Where(i => i.Rule.SuppliedBy == Supplier.Fact && i.Rule is not (LowestPriceRule or HoursRule) && leaveOut?.Invoke(i) is not true)];
        typed = posted is null
            ? known.SelectMany(f => Values(f.Key, f.Value)).ToDictionary()
            : posted.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.LastOrDefault() ?? string.Empty);
    }

    /// <summary>One group for each fact, in the order of the tree.</summary>
    public IEnumerable<FactGroup> Groups => inputs.Select(i => new FactGroup(i.Key, i.Title, i.Full, [.. FieldsOf(i).Select(f => f with { Value = typed.GetValueOrDefault(f.Name) })]));

    /// <summary>Reads the facts; what cannot be read becomes an error of its field.</summary>
    public IReadOnlyDictionary<string, Fact> Read(ModelStateDictionary state)
    {
        var form = new Form(state);
        return inputs.ToDictionary(i => i.Key, i => FactOf(i, form));
    }

    private static IEnumerable<FactField> FieldsOf(RuleInput input)
    {
        var name = Prefix + input.Key;
        return input.Rule switch
        {
            MetRule => [new(name, "Met", FactKind.Flag)],
            LookupRule lookup => [new(name, "Category", FactKind.Choice) { Options = [.. lookup.Table.Select(e => (e.Key, e.Name))] }],
            LevelRule level => [new(name, "Level", FactKind.Choice) { Options = [.. level.Levels.Select(l => (l.Points.ToString(CultureInfo.InvariantCulture), l.Name))] }],
            RatioRule { Target: null } or InverseRatioRule { Target: null } => [new(name + ".actual", "Actual", FactKind.Number), new(name + ".target", "Target", FactKind.Number)],
            RatioRule { Target: { } target } => [new(name + ".actual", "Actual", FactKind.Number) { Target = target }],
            InverseRatioRule { Target: { } target } => [new(name + ".actual", "Actual", FactKind.Number) { Target = target }],
            DeductRule { ZeroIf: { } breach } => [new(name + ".count", "Breaches", FactKind.Number), new(name + ".zero", "Zero", FactKind.Flag) { Words = breach }],
            DeductRule => [new(name + ".count", "Breaches", FactKind.Number)],
            SurveyRule { Form: SurveyForm.Likert } => Enumerable.Range(1, 5).Select(i => new FactField($"{name}.{i}", $"Likert{i}", FactKind.Number)),
            SurveyRule => [new(name + ".valid", "Valid", FactKind.Number), new(name + ".asked", "Asked", FactKind.Number)],
            RankRule => [new(name, "Place", FactKind.Number)],
            StepRule { Unit: { } unit } => [new(name, "Figure", FactKind.Number) { Words = unit }],
            StepRule => [new(name, "Figure", FactKind.Number)],
            _ => [new(name, "Count", FactKind.Number)],
        };
    }

    private Fact FactOf(RuleInput input, Form form)
    {
        var name = Prefix + input.Key;
        return input.Rule switch
        {
            MetRule => new FlagFact(Flag(name)),
            LookupRule lookup => new CategoryFact(Chosen(name, form, lookup.Table.Select(e => e.Key))),
            LevelRule level => decimal.TryParse(Chosen(name, form, level.Levels.Select(l => l.Points.ToString(CultureInfo.InvariantCulture))), NumberStyles.Number, CultureInfo.InvariantCulture, out var points) ? new NumberFact(points) : new NumberFact(0m),
            RatioRule { Target: null } or InverseRatioRule { Target: null } => new RatioFact(Number(name + ".actual", form), Number(name + ".target", form)),
            RatioRule or InverseRatioRule => new RatioFact(Number(name + ".actual", form), null),
            DeductRule => new DeductFact(Number(name + ".count", form), Flag(name + ".zero")),
            SurveyRule { Form: SurveyForm.Likert } => new LikertFact([.. Enumerable.Range(1, 5).Select(i => Whole($"{name}.{i}", form))]),
            SurveyRule => new ValidShareFact(Whole(name + ".valid", form), Whole(name + ".asked", form)),
            _ => new NumberFact(Number(name, form)),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(string key, Fact fact)
    {
        var name = Prefix + key;
        (string Suffix, string? Value)[] values = fact switch
        {
            FlagFact flag => [(string.Empty, flag.Met ? "true" : null)],
            CategoryFact category => [(string.Empty, category.Key)],
            RatioFact ratio => [(".actual", Text(ratio.Actual)), (".target", ratio.Target is { } target ? Text(target) : null)],
            DeductFact breaches => [(".count", Text(breaches.Count)), (".zero", breaches.Zero ? "true" : null)],
            LikertFact likert => [.. likert.Counts.Select((n, i) => ($".{i + 1}", (string?)Text(n)))],
            ValidShareFact share => [(".valid", Text(share.Valid)), (".asked", Text(share.Asked))],
            NumberFact number => [(string.Empty, Text(number.Value))],
            _ => [],
        };
        return values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(name + v.Suffix, v.Value!));
    }

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private string? Typed(string name) => typed.GetValueOrDefault(name);

    private bool Flag(string name) => Typed(name) == "true";

    private decimal Number(string name, Form form) => form.Number(name, Typed(name));

    private int Whole(string name, Form form) => form.Whole(name, Typed(name), least: 0, most: 1_000_000);

    private string Chosen(string name, Form form, IEnumerable<string> keys) => Typed(name) is { } chosen && keys.Contains(chosen) ? chosen : form.Fault(name, "Form.Choose", string.Empty);
}

/// <summary>One fact: its key, title, full mark in points, and the fields that make it up.</summary>
public sealed record FactGroup(string Key, string Title, decimal Full, IReadOnlyList<FactField> Fields);

/// <summary>What a field of a fact holds.</summary>
public enum FactKind
{
    Number,
    Flag,
    Choice,
}

/// <summary>One field of a fact; its label is the word "Fact.{Label}".</summary>
public sealed record FactField(string Name, string Label, FactKind Kind)
{
    public string? Value { get; init; }

    /// <summary>The unit, or the breach, in the template's words.</summary>
    public string? Words { get; init; }

    public decimal? Target { get; init; }

    public IReadOnlyList<(string Key, string Name)> Options { get; init; } = [];
}
