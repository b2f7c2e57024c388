using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Walks;

/// <summary>Walks one published tender through its whole life, by the verbs that pages use and in the order of the case's dates.</summary>
internal sealed class Walk
{
    private readonly Agenda agenda;

    /// <param name="walked">The case.</param>
    /// <param name="db">Where it is walked; parties that are there are used.</param>
    /// <param name="serverKey">The key under which the bids' keys are sealed, where the site is to open what the walk has left sealed; by default one of the walk's own.</param>
    public Walk(WalkCase walked, AppDbContext db, byte[]? serverKey = null)
    {
        State = new WalkState(walked, db, serverKey);
        db.Salt = State.Ids.Bytes;
        agenda = new Agenda(State.Time);
        var records = new CaseRecords(walked.File, walked.Calendar);
        Evaluations = [.. walked.File.Evaluations.Zip(walked.Plan.Value.Evaluations, (rated, rule) => new EvaluationWalk(State, rated, rule, records))];
        Contract = new ContractWalk(State, records, Evaluations);
        new TenderWalk(State).Put(agenda);
        Contract.Put(agenda);
        foreach (var evaluation in Evaluations)
        {
            evaluation.Put(agenda);
            Contract.PutAfter(evaluation, agenda);
        }

        Contract.PutAcceptance(agenda);
        Contract.PutInstalments(agenda);
        Contract.PutEnd(agenda);
    }

    public WalkState State { get; }

    public IReadOnlyList<EvaluationWalk> Evaluations { get; }

    public ContractWalk Contract { get; }

    /// <summary>Runs to the end, or leaves everything as it stood on the evening of a day; each stage is reported with its date when it is reached.</summary>
    public Task RunAsync(Action<DateOnly, WalkStage> progress, DateOnly? until = null)
    {
        State.Until = until ?? DateOnly.MaxValue;
        return agenda.RunAsync(progress, State.Until);
    }
}
