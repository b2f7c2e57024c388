namespace ProcurementEval.Web.Walks;

/// <summary>What happens when: entries run in the order of their dates, and of their writing on one day.</summary>
internal sealed class Agenda(WalkClock clock)
{
    private readonly List<(DateOnly Date, WalkStage? Stage, Func<Task> Step)> entries = [];

    /// <summary>Adds a step; with a stage it is reported as progress.</summary>
    public void On(DateOnly date, WalkStage? stage, Func<Task> step) => entries.Add((date, stage, step));

    /// <summary>Runs the steps up to the evening of a day.</summary>
    public async Task RunAsync(Action<DateOnly, WalkStage> progress, DateOnly until)
    {
        foreach (var (date, stage, step) in entries.Where(e => e.Date <= until).OrderBy(e => e.Date).ToArray())
        {
            clock.MoveTo(date);
            await step();
            if (stage is not null)
            {
                progress(date, stage);
            }
        }
    }
}

/// <summary>A stage of a walk that is worth a line: its code, which the sentences name, and what it is about.</summary>
internal sealed record WalkStage(string Code, params object[] Arguments);
