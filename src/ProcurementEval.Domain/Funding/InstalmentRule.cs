using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Funding;

/// <summary>One instalment (分期款) of a plan: its share of the contract sum, what releases it (all conditions together), how long payment may take, and what the result does to it.</summary>
public sealed record InstalmentRule(string Name, Share Share)
{
    public required IReadOnlyList<ReleaseCondition> Release { get; init; }

    public required Term Payment { get; init; }

    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];
}

/// <summary>One condition that must be met before an instalment may be claimed.</summary>
public abstract record ReleaseCondition;

/// <summary>Not before this day.</summary>
public sealed record DateReached(DateOnly Date) : ReleaseCondition;

/// <summary>The contract has reached this stage or a later one.</summary>
public sealed record StageReached(ContractStage Stage) : ReleaseCondition;

/// <summary>The purchaser's acceptance (履约验收) is published.</summary>
public sealed record AcceptancePublished : ReleaseCondition;

/// <summary>The evaluation of this kind ("mid-term", "final") is final; with grades, its result must be one of them.</summary>
public sealed record EvaluationFinal(string Evaluation, IReadOnlyList<string>? Grades = null) : ReleaseCondition;

/// <summary>What may take money from an instalment.</summary>
public abstract record Adjustment;

/// <summary>(Full − combined result) ÷ Full × contract sum, clamped to 0 … 100 % of the sum; grades listed in <see cref="PaidInFull"/> lose nothing.</summary>
public sealed record ScoreFormula(decimal Full, IReadOnlyList<string> PaidInFull) : Adjustment;

/// <summary>Each grade pays its share of this instalment.</summary>
public sealed record GradePayment(IReadOnlyList<GradeShare> Pays) : Adjustment;

/// <summary>What one grade pays.</summary>
public sealed record GradeShare(string Grade, Share Share);

/// <summary>Accepted units at their prices, capped at the contract sum, less what is paid already: the rest of the instalment is deducted.</summary>
public sealed record AcceptedUnits : Adjustment;

/// <summary>Vacant posts: yearly price ÷ days × vacant days not yet deducted.</summary>
public sealed record Vacancy(Money PostPrice, int DaysInYear) : Adjustment;
