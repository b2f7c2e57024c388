using System.Threading.Channels;

namespace ProcurementEval.Web.Jobs;

/// <summary>Runs the clock at the start, every minute, and whenever it is triggered, as after the demonstration's time was advanced.</summary>
public sealed partial class ClockJob(Clock clock, TimeProvider time, ILogger<ClockJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Several requests before a run begins are one.
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a run at once.</summary>
    public void Trigger() => requests.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = time.CreateTimer(_ => Trigger(), null, TimeSpan.Zero, Interval);
        await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
        {
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
