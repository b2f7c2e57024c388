using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Contracts;

/// <summary>A contract that ran before it came here (存量合同), as its papers say: its terms, the day of signature, the stage it has reached, what was paid and what was evaluated.</summary>
public sealed record RunningContract(ContractTerms Terms, DateOnly SignedOn, ContractStage Stage)
{
    public IReadOnlyList<PastInstalment> Instalments { get; init; } = [];

    public IReadOnlyList<PastEvaluation> Evaluations { get; init; } = [];
}

/// <summary>An instalment that was settled before: its ordinal (from 1), paid and deducted in yuan, why it was deducted, its invoice, and the day of payment.</summary>
public sealed record PastInstalment(int Ordinal, Money Paid, Money Deducted, string? Reason, string? Invoice, DateOnly PaidOn);

/// <summary>An evaluation whose result was final before: kind and subject as the plan names them, total with two decimals, the grade if the papers name it, the vetoes that stood, and the day of publication.</summary>
public sealed record PastEvaluation(string Kind, string Subject, decimal Total, string? Grade, IReadOnlyList<string> Vetoes, DateOnly PublishedOn);
