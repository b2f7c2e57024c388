using ProcurementEval.Web.Jobs;

namespace ProcurementEval.Web.Tests.Jobs;

/// <summary>The demonstration's clock runs with real time, moves only forward, and survives a restart.</summary>
public sealed class DemoClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 3, 20, 1, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("clock-").FullName;
    private readonly SetTime real = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private string File => Path.Combine(folder, "clock.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Clock_AfterThreeRealHours_IsThreeHoursOn()
    {
        var clock = New();
        real.Now += TimeSpan.FromHours(3);

        Assert.Equal(Start.AddHours(3), clock.GetUtcNow());
    }

    [Fact]
    public void AdvanceTo_AnEarlierInstant_MovesNothing()
    {
        var clock = New();

        Assert.False(clock.AdvanceTo(Start.AddSeconds(-1)));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void AdvanceTo_InChina_IsThatInstantInUtc_AndRunsOn()
    {
        var clock = New();

        Assert.True(clock.AdvanceTo(new DateTimeOffset(2025, 4, 1, 9, 0, 0, TimeSpan.FromHours(8))));
        real.Now += TimeSpan.FromSeconds(5);

        Assert.Equal(new DateTimeOffset(2025, 4, 1, 1, 0, 5, TimeSpan.Zero), clock.GetUtcNow());
    }

    // At most a minute is set aside: what was read before the restart is never read again, and no more than the minute is lost.
    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(7200)]
    public void Clock_AfterARestart_IsNotEarlierThanBefore(int seconds)
    {
        var clock = New();
        clock.AdvanceTo(Start.AddDays(30));
        real.Now += TimeSpan.FromSeconds(seconds);
        var before = clock.GetUtcNow();

        Assert.InRange(New().GetUtcNow(), before, before.AddMinutes(1));
    }

    [Fact]
    public async Task Clock_ReadAndAdvancedByMany_NeverGoesBack()
    {
        var clock = New();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), TestContext.Current.CancellationToken, (i, _) =>
        {
            var before = clock.GetUtcNow();
            clock.AdvanceTo(Start.AddMinutes(i));
            Assert.True(clock.GetUtcNow() >= before);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(Start.AddMinutes(199), clock.GetUtcNow());
    }

    private DemoClock New() => new(File, Start, real);
}
