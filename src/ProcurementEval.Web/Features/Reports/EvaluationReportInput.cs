using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>What the report of one evaluation (of all its subjects) is printed from.</summary>
public sealed record EvaluationReportInput
{
    public required Project Project { get; init; }

    public required Contract Contract { get; init; }

    public required Party Purchaser { get; init; }

    public required Party Agency { get; init; }

    public required Party EvaluationBody { get; init; }

    /// <summary>The plan's rule for this evaluation: kind, how subjects and assessors combine.</summary>
    public required EvaluationRule Rule { get; init; }

    /// <summary>The template that the evaluations' frozen text reads as.</summary>
    public required Template Template { get; init; }

    /// <summary>The plan's bands, which grade the combined result.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    public required IReadOnlyList<EvaluatedSubject> Subjects { get; init; }

    /// <summary>The subjects' results together.</summary>
    public required CombinedResult Combined { get; init; }

    /// <summary>The contract's figure over all evaluations, where it is fixed and takes more than this one.</summary>
    public OverallResult? Overall { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<Objection> Objections { get; init; } = [];

    /// <summary>The Merkle root that anchors the audit chains, in hexadecimal.</summary>
    public string? AuditAnchor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One subject: its evaluation, its printed name, its result, and the days of the round; an imported result was opened on no day here, and has neither parts nor sheets.</summary>
public sealed record EvaluatedSubject(Evaluation Evaluation, string Name, ScoreResult Result, DateOnly? OpenedOn, DateOnly? PublishedOn);

/// <summary>How the evaluations of a contract make the figure that moves money and renewal.</summary>
public sealed record OverallResult(IReadOnlyList<OverallPart> Parts, CombinedResult Result);

/// <summary>One evaluation's kind, its share, and its published figure.</summary>
public sealed record OverallPart(string Kind, Share Share, decimal Figure);
