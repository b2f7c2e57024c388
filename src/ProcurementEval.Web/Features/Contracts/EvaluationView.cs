using ProcurementEval.Domain.Evaluations;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>One evaluation as far as a reader may see it: its result is everybody's once it is published, and its leader's once it is consolidated.</summary>
public sealed record EvaluationView(Evaluation Evaluation, bool Leads, string Subject)
{
    public bool IsPublished => Evaluation.Stage >= EvaluationStage.Published;

    public bool ShowsResult => IsPublished || (Leads && Evaluation.Stage >= EvaluationStage.Consolidated);

    /// <summary>The reader's own sheet: to score on, or once it is signed to look at.</summary>
    public Guid? OwnSheet { get; init; }

    public bool HasSigned { get; init; }

    /// <summary>The reader has not yet said whether he must recuse himself.</summary>
    public bool AsksRecusal { get; init; }

    /// <summary>How far scoring is, for its leader; how many points were given nobody knows.</summary>
    public (int Signed, int Of)? Progress => Leads && Evaluation.Stage == EvaluationStage.Open
        ? (Evaluation.Sheets.Count(s => s.IsSigned), Evaluation.Assignments.Count(a => a.Answered is null || a.Sits))
        : null;
}
