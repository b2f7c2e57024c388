namespace ProcurementEval.Domain.Scoring;

/// <summary>All that one subject's scoring rests on. Keys are an indicator's code, or "code/part" for a part of a sum (nested: "code/part/part").</summary>
public sealed record ScoreInput
{
    public required IReadOnlyDictionary<string, Fact> Facts { get; init; }

    public required IReadOnlyList<Assessor> Assessors { get; init; }

    /// <summary>Codes of the vetoes whose conditions all stand.</summary>
    public required IReadOnlySet<string> Vetoes { get; init; }

    public Combination Combination { get; init; } = Combination.Mean;
}

/// <summary>One assessor's judgements: the code of his class of raters, and points by key. Order of assessors never matters.</summary>
public sealed record Assessor(string Id, string Rater, IReadOnlyDictionary<string, Judgement> Judgements);

/// <summary>One judgement: points of the rule, 0 to its full mark, two decimals, with its comment.</summary>
public sealed record Judgement(decimal Points, string? Comment = null);

/// <summary>How the assessors' scores of one judgement item become one: the trimmed mean drops one highest and one lowest, only from five scores on, otherwise it is the mean.</summary>
public enum Combination
{
    Mean,
    TrimmedMean,
}
