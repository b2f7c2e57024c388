using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Jobs;
using ProcurementEval.Web.Tests.Data;
using ProcurementEval.Web.Tests.Walks;

namespace ProcurementEval.Web.Tests.Jobs;

/// <summary>The steps that no person takes, on copies of the demonstration; the dates are those of demo.yaml.</summary>
public sealed class ClockTests(SeededDemo seeded) : IClassFixture<SeededDemo>, IDisposable
{
    private readonly TestDatabase file = seeded.Copy();
    private readonly SetTime time = new(ChinaTime.At(new DateOnly(2025, 3, 20), new TimeOnly(9, 0)));

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Delivery_StartsOnItsFirstDay_ByTheClock()
    {
        var clock = NewClock();
        await RunOnAsync(clock, new DateOnly(2025, 3, 22));
        Assert.Equal(ContractStage.Signed, (await ContractAsync("QY2025")).Stage);

        await RunOnAsync(clock, new DateOnly(2025, 3, 23));

        var contract = await ContractAsync("QY2025");
        Assert.Equal(ContractStage.Delivering, contract.Stage);
        await using var db = await file.OpenAsync(Schema.Required);
        Assert.Equal("job:clock", (await db.Transitions.SingleAsync(t => t.SubjectId == contract.Id && t.Trigger == "StartDelivery", TestContext.Current.CancellationToken)).By);
    }

    // Published on 2025-03-14; seven working days end on 2025-03-25; the mid-term is then recorded in the same save.
    [Fact]
    public async Task MidTerm_IsFixedTheDayAfterItsWindow()
    {
        var clock = NewClock();
        await RunOnAsync(clock, new DateOnly(2025, 3, 25));
        Assert.Equal((ContractStage.Delivering, EvaluationStage.Published), StandOf(await ContractAsync("CH2024")));

        await RunOnAsync(clock, new DateOnly(2025, 3, 26));

        Assert.Equal((ContractStage.MidTermRated, EvaluationStage.Fixed), StandOf(await ContractAsync("CH2024")));
    }

    // The window was over on 2025-03-19, and the second instalment awaits the mid-term: an open objection holds both back.
    [Fact]
    public async Task MidTerm_WithAnOpenObjection_Waits_AndGoesOnOnceItIsAnswered()
    {
        var clock = NewClock();
        await RunOnAsync(clock, new DateOnly(2025, 3, 21));
        Assert.Equal((ContractStage.Delivering, EvaluationStage.Published), StandOf(await ContractAsync("YL2024")));

        await using (var db = await file.OpenAsync(Schema.Required))
        {
            var objection = await db.Objections.Whole().SingleAsync(TestContext.Current.CancellationToken);
            objection.Dismiss("维持", time.Now, Domain.Workflow.Actor.Person("wangxi"));
            db.Acting = new Act(Domain.Workflow.Actor.Person("wangxi"), time.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await clock.RunAsync(TestContext.Current.CancellationToken));
        var contract = await ContractAsync("YL2024");
        Assert.Equal((ContractStage.MidTermRated, EvaluationStage.Fixed), StandOf(contract));
        Assert.Equal(InstalmentStage.Due, contract.Instalments[1].Stage);
    }

    [Fact]
    public async Task Run_Again_MovesNothingAndWritesNothing()
    {
        var clock = NewClock();
        await RunOnAsync(clock, new DateOnly(2025, 4, 1));
        var (records, versions) = (file.Scalar("SELECT COUNT(*) FROM AuditRecords"), file.Scalar("SELECT SUM(Version) FROM Contracts"));

        Assert.Equal(0, await clock.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await NewClock().RunAsync(TestContext.Current.CancellationToken)); // as after a restart
        Assert.Equal((records, versions), (file.Scalar("SELECT COUNT(*) FROM AuditRecords"), file.Scalar("SELECT SUM(Version) FROM Contracts")));
    }

    [Fact]
    public async Task Contract_ThatCannotBeRead_DoesNotStopTheOthers_AndIsTriedAgain()
    {
        var plan = file.Scalar("SELECT Plan_Text FROM Contracts WHERE Number = 'CH2024-HT-01'");
        Assert.Equal(1, file.Tamper("UPDATE Contracts SET Plan_Text = 'no plan' WHERE Number = 'CH2024-HT-01'"));
        var clock = NewClock();

        await RunOnAsync(clock, new DateOnly(2025, 3, 26));
        Assert.Equal(ContractStage.Delivering, (await ContractAsync("QY2025")).Stage);
        Assert.Equal(ContractStage.Delivering, (await ContractAsync("CH2024")).Stage);

        file.Tamper($"UPDATE Contracts SET Plan_Text = '{((string)plan!).Replace("'", "''", StringComparison.Ordinal)}' WHERE Number = 'CH2024-HT-01'");
        Assert.Equal(1, await clock.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ContractStage.MidTermRated, (await ContractAsync("CH2024")).Stage);
    }

    [Fact]
    public async Task Job_WhenTriggered_RunsAtOnce()
    {
        using var job = new ClockJob(NewClock(), time, NullLogger<ClockJob>.Instance);
        time.Now = ChinaTime.At(new DateOnly(2025, 3, 23), new TimeOnly(9, 0));
        await job.StartAsync(TestContext.Current.CancellationToken);
        for (var waited = 0; waited < 600 && (await ContractAsync("QY2025")).Stage != ContractStage.Delivering; waited++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await job.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ContractStage.Delivering, (await ContractAsync("QY2025")).Stage);
    }

    private static (ContractStage, EvaluationStage) StandOf(Contract contract) => (contract.Stage, contract.Evaluations.Single().Stage);

    private Clock NewClock()
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => Databases.Context(TestDatabase.Provider, file.Connection));
        return new Clock(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), time, NullLogger<Clock>.Instance);
    }

    private async Task RunOnAsync(Clock clock, DateOnly date)
    {
        time.Now = ChinaTime.At(date, new TimeOnly(9, 0));
        await clock.RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Contract> ContractAsync(string project)
    {
        await using var db = await file.OpenAsync(Schema.Required);
        return await db.Contracts.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(c => c.Number == $"{project}-HT-01", TestContext.Current.CancellationToken);
    }
}
