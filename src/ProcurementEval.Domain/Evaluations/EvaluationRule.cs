using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Evaluations;

/// <summary>What one evaluation rates (评估对象).</summary>
public enum SubjectKind
{
    Contract,
    Site,
    Post,
}

/// <summary>How the results of several subjects become one figure; published once.</summary>
public enum SubjectCombination
{
    Mean,
    Lowest,
}

/// <summary>One evaluation that the plan orders: its kind ("mid-term", "final"), template, subjects, and its share in the combined result.</summary>
public sealed record EvaluationRule(string Kind, TemplateReference Template, SubjectKind Subjects)
{
    public SubjectCombination Combine { get; init; } = SubjectCombination.Mean;

    public Combination Assessors { get; init; } = Combination.Mean;

    /// <summary>Its share in the combined figure that moves money and renewal; the shares of all evaluations add up to 100 %.</summary>
    public required Share Share { get; init; }

    /// <summary>At least so many assessors of each class of raters must sign.</summary>
    public int Quorum { get; init; } = 1;
}
