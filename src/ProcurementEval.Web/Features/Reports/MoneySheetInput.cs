using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>What the money sheet of one contract is printed from.</summary>
public sealed record MoneySheetInput
{
    public required Project Project { get; init; }

    public required Contract Contract { get; init; }

    public required Party Purchaser { get; init; }

    public required Party Agency { get; init; }

    /// <summary>The plan's bands, which name the grade of the result.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>Interest on late payments by the ordinal of the instalment; those without are not late.</summary>
    public IReadOnlyDictionary<int, LateInterest> Interest { get; init; } = new Dictionary<int, LateInterest>();

    public string? AuditAnchor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
