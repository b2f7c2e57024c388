namespace ProcurementEval.Domain.Scoring;

/// <summary>One fact that a rule needs, the same for all assessors; absent is absent, never a magic value.</summary>
public abstract record Fact;

/// <summary>A count, percentage, price or number of hours.</summary>
public sealed record NumberFact(decimal Value) : Fact;

/// <summary>An achieved figure, with its target where the template leaves the target to the contract.</summary>
public sealed record RatioFact(decimal Actual, decimal? Target) : Fact;

/// <summary>A condition that is met or not.</summary>
public sealed record FlagFact(bool Met) : Fact;

/// <summary>A category by its key in the template's lookup table.</summary>
public sealed record CategoryFact(string Key) : Fact;

/// <summary>Survey answers: how many gave 1, 2, 3, 4 and 5.</summary>
public sealed record LikertFact(IReadOnlyList<int> Counts) : Fact;

/// <summary>Survey answers: how many were asked and how many of them are valid.</summary>
public sealed record ValidShareFact(int Valid, int Asked) : Fact;

/// <summary>A number of breaches, with the breach that takes all points.</summary>
public sealed record DeductFact(decimal Count, bool Zero) : Fact;

/// <summary>A figure compared over all bids: this bid's and the best one's (lowest conforming quote, most promised hours).</summary>
public sealed record ComparedFact(decimal Own, decimal Best) : Fact;
