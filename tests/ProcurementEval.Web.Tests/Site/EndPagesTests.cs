using System.Net;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The acceptance of case 3 and its end: graded good, and only excellent may be renewed; case 1 is.</summary>
public sealed class EndPagesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Acceptance_InvitedConfirmedPublished_AcceptsTheService(int copies)
    {
        await using var site = await Longhua.StartAsync(until: "2025-08-17", today: "2025-08-18");
        site.Copies = copies;
        var (client, url) = (await site.SignedInAsync(Longhua.Purchaser), await UrlAsync(site, "acceptance"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(url, ("Users", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url, ("Users", "１２"))).StatusCode);
        Assert.NotEmpty((await client.ReadAsync(url)).QuerySelectorAll("#achievements tbody tr"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync(url, ("Statement", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url, ("Statement", "与合同一致，同意验收。"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url)).StatusCode);

        Assert.Equal(ContractStage.Accepted, await StageAsync(site));
        Assert.Equal(["Accept", "Confirm", "InviteUsers", "Publish"], await StepsAsync(site, "2025-08-18"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(await UrlAsync(site, "end"))).StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task End_AllPaidAndNotRenewable_IsSettledAndClosed(int copies)
    {
        await using var site = await Longhua.StartAsync(until: "2025-09-25", today: "2025-09-30");
        site.Copies = copies;
        var (client, url) = (await site.SignedInAsync(Longhua.Purchaser), await UrlAsync(site, "end"));

        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url)).StatusCode);
        var page = await client.ReadAsync(url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(page, url, "main form[action$='handler=Renew']")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(page, url, "main form[action$='handler=Close']")).StatusCode);

        Assert.Equal(ContractStage.Closed, await StageAsync(site));
        Assert.Equal(["Close", "Settle"], await StepsAsync(site, "2025-09-30"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task End_ExcellentAndAllPaid_IsSettledAndRenewed(int copies)
    {
        await using var site = (await WalkedSite.StartAsync("xinhu-2024", until: new DateOnly(2025, 10, 30), today: new DateOnly(2025, 10, 31))).Site;
        site.Copies = copies;
        var (client, url) = (await site.SignedInAsync("xinhu-street"), await UrlAsync(site, "end"));

        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(await client.ReadAsync(url), url, "main form[action$='handler=Renew']")).StatusCode);

        Assert.Equal(ContractStage.Renewed, await StageAsync(site));
        Assert.Equal(["Renew", "Settle"], await StepsAsync(site, "2025-10-31"));
    }

    private static async Task<string> UrlAsync(TestSite site, string page) => $"/contracts/{await site.InDatabaseAsync(db => db.Contracts.Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken))}/{page}";

    private static Task<ContractStage> StageAsync(TestSite site) => site.InDatabaseAsync(db => db.Contracts.Select(c => c.Stage).SingleAsync(TestContext.Current.CancellationToken));

    private static async Task<IEnumerable<string>> StepsAsync(TestSite site, string day) => (await site.InDatabaseAsync(db => db.Transitions.ToListAsync(TestContext.Current.CancellationToken)))
        .Where(t => t.Process is "contract" or "acceptance" && Domain.Calendars.ChinaTime.DateOf(t.At) == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(t => t.Trigger).Order(StringComparer.Ordinal);
}
