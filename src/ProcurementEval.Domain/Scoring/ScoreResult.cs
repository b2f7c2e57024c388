namespace ProcurementEval.Domain.Scoring;

/// <summary>The published result of one subject on one template: total, grade, vetoes, and every node with its working.</summary>
public sealed record ScoreResult
{
    /// <summary>Before vetoes: the sum of the published top-level nodes and bonus items, two decimals.</summary>
    public required decimal Sum { get; init; }

    /// <summary>After vetoes (0 where one says so), two decimals, 0 to scale + bonus cap.</summary>
    public required decimal Total { get; init; }

    /// <summary>The grade's code; null where the template has no bands.</summary>
    public required string? Grade { get; init; }

    public required IReadOnlyList<string> Vetoes { get; init; }

    public required IReadOnlyList<NodeScore> Nodes { get; init; }

    public required IReadOnlyList<NodeScore> Bonuses { get; init; }

    /// <summary>How the total and the grade came about: sum, bonus cap, veto, band.</summary>
    public required IReadOnlyList<Step> Working { get; init; }

    public IEnumerable<NodeScore> AllNodes() => Nodes.SelectMany(n => n.SelfAndDescendants());
}

/// <summary>One node's published score, two decimals, 0 to <see cref="Max"/>; a parent's score is the sum of its children's.</summary>
public sealed record NodeScore(string Code, string Title, decimal Max, decimal Score)
{
    /// <summary>On the scale it is marked on where that differs from Max (tender factors), two decimals.</summary>
    public decimal? Marked { get; init; }

    public IReadOnlyList<NodeScore> Items { get; init; } = [];

    /// <summary>How it came about; written out only when somebody reads it.</summary>
    public IReadOnlyList<Step> Working => Steps?.Value ?? [];

    /// <summary>The points each assessor's view of this leaf comes to, by assessor id, unrounded; empty for pure facts.</summary>
    public IReadOnlyDictionary<string, decimal> ByAssessor => Views.ToDictionary(v => v.Assessor.Id, v => v.Points);

    internal Lazy<IReadOnlyList<Step>>? Steps { get; init; }

    internal IReadOnlyList<AssessorView> Views { get; init; } = [];

    public IEnumerable<NodeScore> SelfAndDescendants() => Items.SelectMany(i => i.SelfAndDescendants()).Prepend(this);
}

/// <summary>What one assessor's view of a leaf comes to, unrounded.</summary>
internal readonly record struct AssessorView(Assessor Assessor, decimal Points);

/// <summary>One step of a working: what it does (a code that Web names), the calculation as it is keyed into a pocket calculator, and its result.</summary>
public sealed record Step(string Code, string Calculation, decimal Value);
