using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Walks;

/// <summary>What a walk leaves in summary.json: sums and scores as text with two decimals, dates ISO 8601.</summary>
internal sealed record Summary(string Case, SummaryContract Contract, SummaryTender Tender)
{
    public required IReadOnlyList<SummaryInstalment> Instalments { get; init; }

    public required IReadOnlyList<SummaryRecovery> Recoveries { get; init; }

    public required IReadOnlyList<SummaryEvaluation> Evaluations { get; init; }

    public required SummaryResult Result { get; init; }

    public required IReadOnlyList<SummaryStep> History { get; init; }

    public required IReadOnlyList<SummaryFile> Files { get; init; }

    public static string Figure(decimal published) => published.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    public static string Figure(Money money) => Figure(money.Yuan);
}

internal sealed record SummaryContract(string Number, string Amount, DateOnly Start, DateOnly End, string State);

internal sealed record SummaryTender(string Method, string Winner, IReadOnlyList<SummaryBid> Bids);

internal sealed record SummaryBid(string Supplier, string Quote, bool Valid, string? Total, int? Rank, IReadOnlyList<SummaryFactor> Factors);

internal sealed record SummaryFactor(string Code, string Score, string Weighted);

internal sealed record SummaryInstalment(string Name, string Share, string Planned, string Deducted, string Paid, DateOnly? DueOn, DateOnly? PaidOn, string State);

internal sealed record SummaryRecovery(string Reason, string Amount);

internal sealed record SummaryEvaluation(string Kind, string Subject, string Template, int Version, string Sha256, string Scale, string? Total, string? Grade, IReadOnlyList<string> Vetoes);

internal sealed record SummaryResult(string? Total, string? Grade);

internal sealed record SummaryStep(string Process, Guid Id, string Trigger, string From, string To, DateTimeOffset At, string By);

internal sealed record SummaryFile(string Path, string Sha256, long Bytes);
