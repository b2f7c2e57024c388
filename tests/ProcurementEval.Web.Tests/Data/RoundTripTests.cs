using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

public sealed class RoundTripTests : IDisposable
{
    private readonly TestDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Aggregates_ReloadedInAnotherContext_AreWhatWasSaved()
    {
        await using var db = await file.OpenAsync();
        var life = await new StoredLife(db).WholeAsync();
        await using var other = await file.OpenAsync(Schema.Required);

        Assert.Equal(Picture.Of(life.Tender), Picture.Of(await other.Tenders.Whole().SingleAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(Picture.Of(life.Contract), Picture.Of(await other.Contracts.Whole().SingleAsync(TestContext.Current.CancellationToken)));
        foreach (var set in new[] { nameof(db.Parties), nameof(db.Projects), nameof(db.SealKeys), nameof(db.Findings), nameof(db.Objections), nameof(db.ServiceRecords), nameof(db.Evidence), nameof(db.TenderDocuments) })
        {
            var saved = ((IEnumerable<object>)db.GetType().GetProperty(set)!.GetValue(db)!).ToArray();
            var loaded = ((IEnumerable<object>)other.GetType().GetProperty(set)!.GetValue(other)!).ToArray();
            Assert.NotEmpty(saved);
            Assert.Equal(saved.Select(Picture.Of), loaded.Select(Picture.Of));
        }
    }

    [Fact]
    public async Task Model_ComparedWithTheNewestMigrations_HasNoPendingChange()
    {
        await using AppDbContext sqlite = new SqliteDesign().CreateDbContext([]);
        await using AppDbContext mysql = new MySqlDesign().CreateDbContext([]);

        Assert.All([sqlite, mysql], db => Assert.False(db.Database.HasPendingModelChanges(), db.GetType().Name));
    }
}
