namespace ProcurementEval.Web.Jobs;

/// <summary>Runs the clock at the start, every minute, and whenever it is triggered, as after the demonstration's time was advanced.</summary>
public sealed partial class ClockJob(Clock clock, TimeProvider time, ILogger<ClockJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim triggered = new(0, 1);
    private readonly Lock gate = new();

    /// <summary>Asks for a run at once; several requests before it begins are one.</summary>
    public void Trigger()
    {
        lock (gate)
        {
            if (triggered.CurrentCount == 0)
            {
                triggered.Release();
            }
        }
    }

    public override void Dispose()
    {
        triggered.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = time.CreateTimer(_ => Trigger(), null, TimeSpan.Zero, Interval);
        while (!stoppingToken.IsCancellationRequested)
        {
            await triggered.WaitAsync(stoppingToken);
            try
            {
                await clock.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A database that cannot be reached now may be back in a minute.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The automatic steps could not be looked for; the next run tries again.")]
    private partial void LogFailed(Exception error);
}
