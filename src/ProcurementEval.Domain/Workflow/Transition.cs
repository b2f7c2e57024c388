namespace ProcurementEval.Domain.Workflow;

/// <summary>One step of one process, as the engine recorded it: what, from, to, when (UTC), by whom and why.</summary>
public sealed record Transition(string Process, Guid SubjectId, string Trigger, string From, string To, DateTimeOffset At, string By, string? Why)
{
    /// <summary>The step by which a subject comes in that went its way elsewhere.</summary>
    public const string Import = nameof(Import);
}

/// <summary>The transitions of one subject that are not stored yet; only the engine adds to it.</summary>
public sealed class TransitionLog
{
    private readonly List<Transition> pending = [];

    /// <summary>Hands over what is pending, once.</summary>
    public IReadOnlyList<Transition> Take()
    {
        Transition[] taken = [.. pending];
        pending.Clear();
        return taken;
    }

    internal void Add(Transition transition) => pending.Add(transition);
}

/// <summary>Something that goes through a process: its identity and what the engine recorded of it.</summary>
public interface IProcessSubject
{
    Guid Id { get; }

    TransitionLog Transitions { get; }
}
