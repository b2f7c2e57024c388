using System.Security.Cryptography;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Demos;

namespace ProcurementEval.Web.Walks;

/// <summary>Fills an empty database with the demonstration, by the verbs that pages use; a demonstration that is interrupted leaves nothing.</summary>
internal static class Demo
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>The instant at which the demonstration begins.</summary>
    public static DateTimeOffset StartOf(DemoFile demo) => ChinaTime.At(demo.Today, Morning);

    /// <param name="db">An empty database.</param>
    /// <param name="catalogue">Where demo.yaml and the cases are.</param>
    /// <param name="serverKey">The site's key, so that the site can open what is still sealed.</param>
    /// <param name="progress">Told of each contract when it is there.</param>
    /// <exception cref="FileRefusedException">demo.yaml or a case that it varies has a fault that blocks.</exception>
    public static async Task<DemoFile> SeedAsync(AppDbContext db, Catalogue catalogue, byte[] serverKey, Action<DemoContract> progress)
    {
        var demo = DemoFile.Read(catalogue);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AddPartiesAsync(demo, db);
        foreach (var contract in demo.Contracts)
        {
            await WalkAsync(demo, contract, db, catalogue, serverKey);
            db.ChangeTracker.Clear();
            progress(contract);
        }

        db.Salt = RandomNumberGenerator.GetBytes;
        await transaction.CommitAsync();
        return demo;
    }

    private static async Task AddPartiesAsync(DemoFile demo, AppDbContext db)
    {
        var ids = new WalkIds(demo.Id);
        db.Salt = ids.Bytes;
        db.AddRange(demo.Parties.Select(p => new Party(ids.NewId(), p.Code, p.Name, p.Kind)));
        db.Acting = new Act(Actor.Job("demo"), ChinaTime.At(demo.Today.AddYears(-2), Morning));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static async Task WalkAsync(DemoFile demo, DemoContract contract, AppDbContext db, Catalogue catalogue, byte[] serverKey)
    {
        var (file, around) = DemoCase.Of(demo, contract, catalogue);
        var walk = new Walk(WalkCase.Of(file, around), db, serverKey);
        walk.State.Absent = contract.Absent.ToHashSet(StringComparer.Ordinal);
        await walk.RunAsync((_, _) => { }, contract.Until ?? demo.Today.AddDays(-1));
        if (contract.Ended is { } why)
        {
            walk.State.Contract.Terminate(why, walk.State.Time.Tick(), walk.State.Purchaser);
            await walk.State.SaveAsync(walk.State.Purchaser);
        }
    }
}
