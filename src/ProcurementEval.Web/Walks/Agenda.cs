namespace ProcurementEval.Web.Walks;

/// <summary>What happens when: entries run in the order of their dates, and of their writing on one day.</summary>
internal sealed class Agenda(WalkClock clock)
{
    private readonly List<(DateOnly Date, string? Stage, Func<Task> Step)> entries = [];

    /// <summary>Adds a step; with a stage name it is reported as progress.</summary>
    public void On(DateOnly date, string? stage, Func<Task> step) => entries.Add((date, stage, step));

    public async Task RunAsync(Action<DateOnly, string> progress)
    {
        foreach (var (date, stage, step) in entries.OrderBy(e => e.Date).ToArray())
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
