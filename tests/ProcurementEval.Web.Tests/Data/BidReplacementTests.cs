using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

public sealed class BidReplacementTests : IDisposable
{
    private static readonly DateTimeOffset Deadline = new(2024, 2, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly Actor BidBox = Actor.Job("bid-box");
    private readonly TestDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Replace_InOneSave_LeavesOneStandingBidOfTheBidder()
    {
        await PublishedAsync();
        await using (var db = await OpenedAsync())
        {
            var tender = await TenderAsync(db);
            tender.Receive(Bid(tender, 1, "a"));
            tender.Receive(Bid(tender, 2, "b"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (var n in new[] { 3, 4 })
        {
            await using var db = await OpenedAsync();
            var tender = await TenderAsync(db);
            tender.Withdraw(tender.StandingBids.Single(b => b.BidderTag == "a").Id, Deadline.AddHours(-1));
            tender.Receive(Bid(tender, n, "a"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var after = await OpenedAsync();
        Assert.Equal([("r2", "b"), ("r4", "a")], (await TenderAsync(after)).StandingBids.Select(b => (b.ReceiptSha256, b.BidderTag!)));
        Assert.Equal(4, await after.Bids.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Receive_OfOneBidderInTwoTabs_KeepsTheFirst()
    {
        await PublishedAsync();
        await using var one = await OpenedAsync();
        await using var two = await OpenedAsync();
        var (first, second) = (await TenderAsync(one), await TenderAsync(two));
        first.Receive(Bid(first, 1, "a"));
        second.Receive(Bid(second, 2, "a"));
        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => two.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Equal("DatabaseConflict", DatabaseRefusedException.Of(Databases.CauseOf(refused)!).Code);
        Assert.True(Databases.Duplicate(refused));
    }

    private static Bid Bid(Tender tender, int n, string tag) => new(new Guid(n, 0, 0, new byte[8]), tender.Id, [1], "sha", $"r{n}", Deadline.AddHours(-1), tag);

    private static Task<Tender> TenderAsync(AppDbContext db) => db.Tenders.Whole().SingleAsync(TestContext.Current.CancellationToken);

    private async Task<AppDbContext> OpenedAsync()
    {
        var db = await file.OpenAsync();
        db.Acting = new Act(BidBox, Deadline.AddHours(-1));
        return db;
    }

    private async Task PublishedAsync()
    {
        await using var db = await OpenedAsync();
        var life = new StoredLife(db);
        await life.PublishedAsync();
    }
}
