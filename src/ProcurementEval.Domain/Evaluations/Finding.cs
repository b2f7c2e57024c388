using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Evaluations;

/// <summary>The stages of a finding (整改事项).</summary>
public enum FindingStage
{
    Issued,
    Replied,
    Verified,
}

/// <summary>What moves a finding.</summary>
public enum FindingTrigger
{
    Reply,
    Reject,
    Verify,
}

/// <summary>Something an evaluation found that the agency must put right by a date (整改, Rectification).</summary>
public sealed class Finding : IProcessSubject
{
    public Finding(Guid id, Guid contractId, Guid evaluationId, string indicator, string text, DateOnly dueOn) =>
        (Id, ContractId, EvaluationId, Indicator, Text, DueOn) = (id, contractId, evaluationId, indicator, text, dueOn);

    public static Process<Finding, FindingStage, FindingTrigger> Process { get; } = new("finding", f => f.Stage, (f, s) => f.Stage = s,
        new Table<Finding, FindingStage, FindingTrigger>()
            .In(FindingStage.Issued).On(FindingTrigger.Reply, FindingStage.Replied)
            .In(FindingStage.Replied).On(FindingTrigger.Verify, FindingStage.Verified)
            .On(FindingTrigger.Reject, FindingStage.Issued));

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ContractId { get; private set; }

    public Guid EvaluationId { get; private set; }

    public FindingStage Stage { get; private set; }

    /// <summary>Code of the indicator it comes from.</summary>
    public string Indicator { get; private set; }

    public string Text { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string? ReplyText { get; private set; }

    public TransitionLog Transitions { get; } = new();

    public void Reply(string text, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, FindingTrigger.Reply, at, by, why: null, Unmet.If(string.IsNullOrWhiteSpace(text), "ReplyMissing"));
        ReplyText = text;
    }

    public void Verify(DateTimeOffset at, Actor by) => Process.Fire(this, FindingTrigger.Verify, at, by);

    public void Reject(string why, DateTimeOffset at, Actor by) => Process.Fire(this, FindingTrigger.Reject, at, by, why);
}
