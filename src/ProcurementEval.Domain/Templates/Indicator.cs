namespace ProcurementEval.Domain.Templates;

/// <summary>Whether an indicator counts (定量) or weighs (定性).</summary>
public enum IndicatorKind
{
    Quantitative,
    Qualitative,
}

/// <summary>A node of the indicator tree: a group with items, or a leaf with a rule. <see cref="Max"/> is what it can add to its parent, in points of the scale.</summary>
public sealed record Indicator(string Code, string Title, decimal Max)
{
    public IReadOnlyList<Indicator> Items { get; init; } = [];

    public Rule? Rule { get; init; }

    public IndicatorKind? Kind { get; init; }

    /// <summary>The scale the leaf is marked on when it differs from <see cref="Max"/> (tender factors: marked 0–100, then × weight).</summary>
    public decimal? MarkedOutOf { get; init; }

    /// <summary>Who rates it; inherited from the group when absent.</summary>
    public string? Rater { get; init; }

    /// <summary>The aspect (level-2 name) where the tree groups by name only.</summary>
    public string? Aspect { get; init; }

    /// <summary>The evidence or data source that the figure rests on.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the number was found in a document or invented, and where.</summary>
    public string? Origin { get; init; }

    /// <summary>It scores awards of a province, city or district, which the law forbids as a bonus (政府采购法实施条例 第二十条): the check warns.</summary>
    public bool RegionalAward { get; init; }

    /// <summary>The full mark its rule reaches.</summary>
    public decimal FullMark => MarkedOutOf ?? Max;

    public bool IsLeaf => Rule is not null;

    public IEnumerable<Indicator> Leaves() => IsLeaf ? [this] : Items.SelectMany(i => i.Leaves());

    public IEnumerable<Indicator> SelfAndDescendants() => Items.SelectMany(i => i.SelfAndDescendants()).Prepend(this);
}
