namespace ProcurementEval.Domain.Workflow;

/// <summary>One row of a transition table: in From, Trigger leads to To when every guard is met.</summary>
public sealed record Row<TSubject, TStage, TTrigger>(TStage From, TTrigger Trigger, TStage To, IReadOnlyList<Guard<TSubject>> Guards);

/// <summary>A condition of a transition, pure: its code, and what is unmet at an instant (null when it is met).</summary>
public sealed record Guard<TSubject>(string Code, Func<TSubject, DateTimeOffset, object[]?> Unmet)
{
    public Unmet? Ask(TSubject subject, DateTimeOffset at) => Unmet(subject, at) is { } arguments ? new Unmet(Code, arguments) : null;
}
