namespace ProcurementEval.Domain.Workflow;

/// <summary>Writes a transition table: In(stage).On(trigger, next).Only(code, unmet).</summary>
public sealed class Table<TSubject, TStage, TTrigger>
{
    private readonly List<Row<TSubject, TStage, TTrigger>> rows = [];
    private IReadOnlyList<TStage> present = [];
    private int firstOfLast;

    public IReadOnlyList<Row<TSubject, TStage, TTrigger>> Rows => rows;

    /// <summary>The rows that follow start in any of these stages.</summary>
    public Table<TSubject, TStage, TTrigger> In(params TStage[] stages)
    {
        present = stages;
        return this;
    }

    public Table<TSubject, TStage, TTrigger> On(TTrigger trigger, TStage next)
    {
        firstOfLast = rows.Count;
        rows.AddRange(present.Select(stage => new Row<TSubject, TStage, TTrigger>(stage, trigger, next, [])));
        return this;
    }

    /// <summary>A guard of the last row: arguments of the unmet condition, or null when it is met.</summary>
    public Table<TSubject, TStage, TTrigger> Only(string code, Func<TSubject, DateTimeOffset, object[]?> unmet)
    {
        for (var i = firstOfLast; i < rows.Count; i++)
        {
            rows[i] = rows[i] with { Guards = [.. rows[i].Guards, new Guard<TSubject>(code, unmet)] };
        }

        return this;
    }

    /// <summary>A guard without arguments.</summary>
    public Table<TSubject, TStage, TTrigger> Only(string code, Func<TSubject, bool> met) => Only(code, (s, _) => met(s) ? null : []);
}
