namespace ProcurementEval.Browser.Tests.Life;

/// <summary>What happens when: days in their order, and the steps of a day in the order in which they were written down.</summary>
internal sealed class Diary(People people)
{
    private readonly List<(DateOnly Day, TimeOnly Hour, Func<Task> Step)> steps = [];

    public void On(DateOnly day, params Func<Task>[] done) => At(day, CaseSite.Morning, done);

    public void At(DateOnly day, TimeOnly hour, params Func<Task>[] done) => steps.AddRange(done.Select(d => (day, hour, d)));

    /// <summary>A day on which nobody does anything: only the automatic steps run.</summary>
    public void Pass(DateOnly day) => On(day, () => Task.CompletedTask);

    /// <param name="today">The day on which it begins; time is not moved to its morning.</param>
    public async Task LiveAsync(DateOnly today)
    {
        var moment = (Day: today, Hour: CaseSite.Morning);
        foreach (var (day, hour, step) in steps.OrderBy(s => s.Day).ThenBy(s => s.Hour).ToArray())
        {
            if ((day, hour) != moment)
            {
                await people.MoveToAsync(day, hour);
                moment = (day, hour);
            }

            await step();
        }
    }
}
