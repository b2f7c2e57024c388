using System.Net;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The acceptance of case 3 and its end: graded good, and only excellent may be renewed.</summary>
public sealed class EndPagesTests
{
    [Fact]
    public async Task Acceptance_InvitedConfirmedPublished_AcceptsTheService()
    {
        await using var site = await Longhua.StartAsync(until: "2025-08-17", today: "2025-08-18");
        var (client, url) = (await site.SignedInAsync(Longhua.Purchaser), await UrlAsync(site, "acceptance"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(url, ("Users", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url, ("Users", "１２"))).StatusCode);
        Assert.NotEmpty((await client.ReadAsync(url)).QuerySelectorAll("#achievements tbody tr"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync(url, ("Statement", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url, ("Statement", "与合同一致，同意验收。"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url)).StatusCode);

        Assert.Equal(ContractStage.Accepted, await StageAsync(site));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(await UrlAsync(site, "end"))).StatusCode);
    }

    [Fact]
    public async Task End_AllPaidAndNotRenewable_IsSettledAndClosed()
    {
        await using var site = await Longhua.StartAsync(until: "2025-09-25", today: "2025-09-30");
        var (client, url) = (await site.SignedInAsync(Longhua.Purchaser), await UrlAsync(site, "end"));

        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(url)).StatusCode);
        var page = await client.ReadAsync(url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(page, url, "main form[action$='handler=Renew']")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await client.SubmitAsync(page, url, "main form[action$='handler=Close']")).StatusCode);

        Assert.Equal(ContractStage.Closed, await StageAsync(site));
    }

    private static async Task<string> UrlAsync(TestSite site, string page) => $"/contracts/{await site.InDatabaseAsync(db => db.Contracts.Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken))}/{page}";

    private static Task<ContractStage> StageAsync(TestSite site) => site.InDatabaseAsync(db => db.Contracts.Select(c => c.Stage).SingleAsync(TestContext.Current.CancellationToken));
}
