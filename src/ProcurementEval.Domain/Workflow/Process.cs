using Stateless;
using Stateless.Graph;

namespace ProcurementEval.Domain.Workflow;

/// <summary>A process (流程): one transition table over Stateless. The subject holds its stage; only <see cref="Fire"/> changes it, and records each change once.</summary>
public sealed class Process<TSubject, TStage, TTrigger>
    where TSubject : class, IProcessSubject
    where TStage : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Func<TSubject, TStage> read;
    private readonly Action<TSubject, TStage> write;

    /// <param name="name">The process as the history names it, e.g. "contract".</param>
    /// <param name="read">Reads the stage of a subject.</param>
    /// <param name="write">Writes it; the subject's setter is private, so nobody else can.</param>
    /// <param name="table">The rows.</param>
    public Process(string name, Func<TSubject, TStage> read, Action<TSubject, TStage> write, Table<TSubject, TStage, TTrigger> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Name, this.read, this.write, Rows) = (name, read, write, table.Rows);
    }

    public string Name { get; }

    public IReadOnlyList<Row<TSubject, TStage, TTrigger>> Rows { get; }

    /// <summary>The triggers that the present stage knows, whether or not they may be fired.</summary>
    public IEnumerable<TTrigger> TriggersOf(TSubject subject) => RowsIn(read(subject)).Select(r => r.Trigger).Distinct();

    /// <summary>Whether the trigger may be fired at this instant; asks and changes nothing.</summary>
    public Answer CanFire(TSubject subject, TTrigger trigger, DateTimeOffset at)
    {
        var candidates = RowsIn(read(subject)).Where(r => r.Trigger.Equals(trigger))
            .Select(r => r.Guards.Select(g => g.Ask(subject, at)).OfType<Unmet>().ToArray()).ToArray();
        return candidates.Length == 0
            ? Answer.NotInThisStage
            : Answer.InThisStage(candidates.MinBy(unmet => unmet.Length)!);
    }

    /// <summary>Fires the trigger and records the transition; <paramref name="also"/> is what the verb's own arguments leave unmet.</summary>
    /// <exception cref="RefusedException">Not in this stage, or something is unmet; nothing has changed.</exception>
    public void Fire(TSubject subject, TTrigger trigger, DateTimeOffset at, Actor by, string? why = null, params IEnumerable<Unmet?> also)
    {
        ArgumentNullException.ThrowIfNull(by);
        Require(subject, trigger, at, also);
        var from = read(subject);
        Machine(() => read(subject), stage => write(subject, stage), subject, at).Fire(trigger);
        subject.Transitions.Add(new Transition(Name, subject.Id, trigger.ToString(), from.ToString(), read(subject).ToString(), at, by.ToString(), why));
    }

    /// <summary>Puts a new subject into the stage that it had reached before it came here, and records that once: no step of the process.</summary>
    internal void Enter(TSubject subject, TStage stage, DateTimeOffset at, Actor by)
    {
        var from = read(subject);
        write(subject, stage);
        subject.Transitions.Add(new Transition(Name, subject.Id, Transition.Import, from.ToString(), stage.ToString(), at, by.ToString(), Why: null));
    }

    /// <summary>Asks as <see cref="Fire"/> does, and changes nothing: for verbs that must do their work before the step.</summary>
    /// <exception cref="RefusedException">Not in this stage, or something is unmet.</exception>
    public void Require(TSubject subject, TTrigger trigger, DateTimeOffset at, params IEnumerable<Unmet?> also)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var answer = CanFire(subject, trigger, at);
        RefusedException.ThrowIf(!answer.InStage, "NotInThisStage", Name, trigger.ToString(), read(subject).ToString());
        Unmet[] unmet = [.. answer.Unmet, .. also.OfType<Unmet>()];
        if (unmet.Length > 0)
        {
            throw new RefusedException(unmet);
        }
    }

    /// <summary>The process as a Mermaid state diagram; the README's diagrams are this text.</summary>
    public string Diagram()
    {
        var stage = Rows[0].From;
        return MermaidGraph.Format(Machine(() => stage, s => stage = s, subject: null, default).GetInfo());
    }

    private IEnumerable<Row<TSubject, TStage, TTrigger>> RowsIn(TStage stage) => Rows.Where(r => r.From.Equals(stage));

    private StateMachine<TStage, TTrigger> Machine(Func<TStage> get, Action<TStage> set, TSubject? subject, DateTimeOffset at)
    {
        var machine = new StateMachine<TStage, TTrigger>(get, set);
        foreach (var row in Rows)
        {
            var guards = row.Guards.Select(g => new Tuple<Func<bool>, string>(() => g.Ask(subject!, at) is null, g.Code)).ToArray();
            var stage = machine.Configure(row.From);
            _ = row.From.Equals(row.To) ? stage.PermitReentryIf(row.Trigger, guards) : stage.PermitIf(row.Trigger, row.To, guards);
        }

        return machine;
    }
}
