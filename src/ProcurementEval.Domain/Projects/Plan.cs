using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Domain.Projects;

/// <summary>What differs from place to place (方案): tender rules, instalments and their release, evaluations and how their results combine, grades and what they do. Data, never code; the contract keeps a frozen copy.</summary>
public sealed record Plan(string Id, int Version, string Title)
{
    /// <summary>Id of the calendar of holidays and make-up working days.</summary>
    public required string Calendar { get; init; }

    /// <summary>The yearly budget (预算金额), which is also the ceiling of quotes.</summary>
    public required Money Budget { get; init; }

    public required TenderRules Tender { get; init; }

    /// <summary>Length of one signed contract in months, 1 to 36.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Staff cost must reach this share of the sum.</summary>
    public Share? StaffCostMinimum { get; init; }

    public required IReadOnlyList<InstalmentRule> Instalments { get; init; }

    public required IReadOnlyList<EvaluationRule> Evaluations { get; init; }

    /// <summary>Grades of the combined result, on the scale of the templates.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>The combined figure that a veto counts as where money is computed (case 3: 59.00); null where a veto only sets the grade.</summary>
    public decimal? VetoCountsAs { get; init; }

    /// <summary>Prices of accepted units, where the contract is priced per unit.</summary>
    public IReadOnlyList<UnitPrice> UnitPrices { get; init; } = [];

    public required RenewalRule Renewal { get; init; }

    public required ObjectionRule Objection { get; init; }

    public string? Note { get; init; }
}

/// <summary>A template's id and version, and the SHA-256 of its canonical text where the writer pins it.</summary>
public sealed record TemplateReference(string Id, int Version, string? Sha256 = null);

/// <summary>Grades that may be renewed, and how often at most.</summary>
public sealed record RenewalRule(IReadOnlyList<string> Grades, int Most);

/// <summary>How long a published result may be objected to, and how long an answer may take.</summary>
public sealed record ObjectionRule(Term Window, Term Answer);

/// <summary>The price in yuan of one accepted unit of a service indicator.</summary>
public sealed record UnitPrice(string Target, Money Price);
