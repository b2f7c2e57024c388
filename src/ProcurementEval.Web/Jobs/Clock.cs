using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Jobs;

/// <summary>Takes the automatic steps of contracts when their time has come: one save a contract, by the job "clock"; a second run finds nothing to do.</summary>
public sealed partial class Clock(IServiceScopeFactory scopes, TimeProvider time, ILogger<Clock> log)
{
    // A step may be stored a little after the instant that it carries.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly Actor Job = Actor.Job("clock");
    private static readonly ContractStage[] Over = [ContractStage.Draft, ContractStage.Settled, ContractStage.Closed, ContractStage.Renewed, ContractStage.Ended];

    private readonly ConcurrentDictionary<Guid, bool> failed = [];
    private DateTimeOffset? lastRun;

    /// <summary>All contracts on the first run and on the first of each day; in between those on which something has happened, and those that failed.</summary>
    /// <returns>How many contracts moved.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var moved = 0;
        foreach (var id in await CandidatesAsync(now, stop))
        {
            moved += await TryAsync(id, stop) ? 1 : 0;
        }

        lastRun = now;
        return moved;
    }

    /// <summary>One contract; says whether it moved.</summary>
    public async Task<bool> RunAsync(Guid contractId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var contract = await db.Contracts.Whole().SingleOrDefaultAsync(c => c.Id == contractId, stop);
        if (contract is null || Over.Contains(contract.Stage))
        {
            return false;
        }

        var (now, plan) = (time.GetUtcNow(), contract.Plan.ToPlan());
        DeliveredService[] services = plan.UnitPrices.Count == 0 ? [] : await db.ServiceRecords.AsNoTracking().Where(r => r.ContractId == contractId).Select(r => r.Service).ToArrayAsync(stop);
        if (!AutomaticSteps.Take(contract, plan, services, now, Job))
        {
            return false;
        }

        db.Acting = new Act(Job, now);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>One contract, right after somebody changed it; what fails is tried again within a minute.</summary>
    public async Task<bool> TryAsync(Guid id, CancellationToken stop)
    {
        try
        {
            failed.TryRemove(id, out _);
            return await RunAsync(id, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Somebody's save may have come first, or one contract may hold what nobody foresaw: the others go on, and the next run tries again.
            failed[id] = true;
            LogFailed(e, id);
            return false;
        }
    }

    private async Task<Guid[]> CandidatesAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var open = await db.Contracts.Where(c => !Over.Contains(c.Stage)).OrderBy(c => c.Number).Select(c => c.Id).ToArrayAsync(stop);
        if (lastRun is not { } last || ChinaTime.DateOf(last) != ChinaTime.DateOf(now))
        {
            return open;
        }

        var since = last - Overlap;
        var changed = await db.Transitions.Where(t => t.At >= since).Select(t => EF.Property<string>(t, HistoryMapping.ChainId)).Distinct().ToArrayAsync(stop);
        return [.. open.Where(id => failed.ContainsKey(id) || changed.Contains(Chains.OfContract(id)))];
    }

    [LoggerMessage(LogLevel.Error, "The automatic steps of contract {Contract} failed; the next run tries again.")]
    private partial void LogFailed(Exception error, Guid contract);
}
