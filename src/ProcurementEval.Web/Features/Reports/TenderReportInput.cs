using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>What the scoring report of one tender is printed from.</summary>
public sealed record TenderReportInput
{
    public required Project Project { get; init; }

    public required Party Purchaser { get; init; }

    public required Tender Tender { get; init; }

    public required TenderRules Rules { get; init; }

    /// <summary>The scoring tree that the tender's frozen text reads as.</summary>
    public required Template Template { get; init; }

    public required IReadOnlyList<RankedBid> Ranking { get; init; }

    /// <summary>Names of suppliers by their code.</summary>
    public required IReadOnlyDictionary<string, string> Suppliers { get; init; }

    /// <summary>Supplier codes in the order of the lot; empty where none was drawn.</summary>
    public IReadOnlyList<string> Lot { get; init; } = [];

    public required DateOnly ScoredOn { get; init; }

    public DateOnly? AwardedOn { get; init; }

    /// <summary>The Merkle root that anchors the audit chains, in hexadecimal.</summary>
    public string? AuditAnchor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
