namespace ProcurementEval.Domain.Templates;

/// <summary>What a template is for.</summary>
public enum TemplatePurpose
{
    Evaluation,
    Tender,
}

/// <summary>One version of an indicator tree (指标体系) with its scale, raters, bands, vetoes and bonus items; immutable.</summary>
public sealed record Template(string Id, int Version, string Title, TemplatePurpose Purpose, decimal Scale)
{
    public required IReadOnlyList<Rater> Raters { get; init; }

    /// <summary>Grades from best to worst, half-open, the top one open upward; empty where the template ranks or reports only.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public IReadOnlyList<Veto> Vetoes { get; init; } = [];

    public IReadOnlyList<Bonus> Bonuses { get; init; } = [];

    /// <summary>The most that all bonus items together may add.</summary>
    public decimal BonusCap { get; init; }

    public string? Note { get; init; }

    public IEnumerable<Indicator> Leaves() => Indicators.SelectMany(i => i.Leaves());
}

/// <summary>A class of raters (评分主体): code, name, and whether finance-like vetoes only.</summary>
public sealed record Rater(string Code, string Name);

/// <summary>A grade band (等级): holds From ≤ figure &lt; Below, or ≤ To where the document prints an inclusive end.</summary>
public sealed record Band(string Grade, string Name, decimal From, decimal? Below, decimal? To)
{
    public bool Holds(decimal published) => published >= From && !(published >= Below) && !(published > To);
}

/// <summary>What a veto (一票否决) does.</summary>
public enum VetoConsequence
{
    LowestGrade,
    ScoreZero,
}

/// <summary>A veto: it stands when all its conditions are true; it names its consequence.</summary>
public sealed record Veto(string Code, string Title, VetoConsequence Consequence)
{
    public required IReadOnlyList<VetoCondition> Conditions { get; init; }

    public string? Rater { get; init; }

    public string? Source { get; init; }

    public string? Origin { get; init; }
}

/// <summary>One condition of a veto, a fact of its own.</summary>
public sealed record VetoCondition(string Code, string Title);

/// <summary>A bonus item (加分项): its points come on top of the scale, up to its own maximum.</summary>
public sealed record Bonus(string Code, string Title, decimal Max, Rule Rule)
{
    public string? Origin { get; init; }
}
