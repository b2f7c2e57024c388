using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Evaluations;

/// <summary>The stages of an objection (异议).</summary>
public enum ObjectionStage
{
    Filed,
    Upheld,
    Dismissed,
    Withdrawn,
}

/// <summary>What moves an objection.</summary>
public enum ObjectionTrigger
{
    Uphold,
    Dismiss,
    Withdraw,
}

/// <summary>An agency's objection (异议) to a published result, with its answer (复核).</summary>
public sealed class Objection : IProcessSubject
{
    private Objection()
    {
    }

    public static Process<Objection, ObjectionStage, ObjectionTrigger> Process { get; } = new("objection", o => o.Stage, (o, s) => o.Stage = s,
        new Table<Objection, ObjectionStage, ObjectionTrigger>()
            .In(ObjectionStage.Filed)
            .On(ObjectionTrigger.Uphold, ObjectionStage.Upheld)
            .On(ObjectionTrigger.Dismiss, ObjectionStage.Dismissed)
            .On(ObjectionTrigger.Withdraw, ObjectionStage.Withdrawn));

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ContractId { get; private set; }

    public Evaluation Evaluation { get; private set; } = null!;

    public ObjectionStage Stage { get; private set; }

    public string Reason { get; private set; } = null!;

    public DateTimeOffset FiledAt { get; private set; }

    public DateOnly AnswerBy { get; private set; }

    public string? Answer { get; private set; }

    public TransitionLog Transitions { get; } = new();

    /// <summary>Files an objection against a published evaluation.</summary>
    /// <exception cref="RefusedException">The result is not published, or the window is over.</exception>
    public static Objection File(Guid id, Evaluation evaluation, string reason, DateOnly answerBy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        RefusedException.ThrowIf(evaluation.Stage != EvaluationStage.Published, "NotInThisStage", "objection", nameof(File), evaluation.Stage.ToString());
        RefusedException.ThrowIf(ChinaTime.DateOf(at) > evaluation.ObjectionsUntil, "ObjectionWindowOver", evaluation.ObjectionsUntil!.Value);
        RefusedException.ThrowIf(string.IsNullOrWhiteSpace(reason), "ReasonMissing");
        evaluation.ObjectionFiled();
        return new Objection { Id = id, ContractId = evaluation.ContractId, Evaluation = evaluation, Reason = reason, FiledAt = at, AnswerBy = answerBy };
    }

    /// <summary>The objection is right: the evaluation may be reopened.</summary>
    public void Uphold(string answer, DateTimeOffset at, Actor by) => Decide(ObjectionTrigger.Uphold, answer, at, by);

    public void Dismiss(string answer, DateTimeOffset at, Actor by) => Decide(ObjectionTrigger.Dismiss, answer, at, by);

    public void Withdraw(DateTimeOffset at, Actor by)
    {
        Process.Fire(this, ObjectionTrigger.Withdraw, at, by);
        Evaluation.ObjectionAnswered(upheld: false);
    }

    private void Decide(ObjectionTrigger trigger, string answer, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, trigger, at, by, answer, Unmet.If(string.IsNullOrWhiteSpace(answer), "AnswerMissing"));
        Answer = answer;
        Evaluation.ObjectionAnswered(upheld: trigger == ObjectionTrigger.Uphold);
    }
}
