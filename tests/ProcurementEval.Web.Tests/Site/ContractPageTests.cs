using System.Net;
using AngleSharp.Dom;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>What each reader finds on the page of a contract and on his first page while case 1 is under way.</summary>
public sealed class ContractPageTests
{
    // Confirmed on 14 October, due on 8 November 2024 (the header of the case).
    [Fact]
    public async Task Home_PaymentOverdue_IsFirstWithFinanceAndLateElsewhereWithOthers()
    {
        var (site, id) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 15), new(2024, 11, 20));
        await using var ended = site;

        var finance = await (await site.SignedInAsync("xinhu-finance", "en")).ReadAsync("/");
        var purchaser = await (await site.SignedInAsync("xinhu-street", "en")).ReadAsync("/");
        var stranger = await (await site.SignedInAsync(WalkedSite.StrangePurchaser, "en")).ReadAsync("/");

        var first = finance.QuerySelector("#own li")!;
        Assert.EndsWith("/approve", first.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("12 days late", first.TextContent, StringComparison.Ordinal);
        var late = purchaser.QuerySelector("#elsewhere li")!;
        Assert.Equal($"/contracts/{id}#money", late.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("新湖街道财务部门", late.TextContent, StringComparison.Ordinal);
        Assert.Null(stranger.QuerySelector("#own, #elsewhere, #steps"));
    }

    [Fact]
    public async Task Home_InstalmentReleased_TheAgencyClaimsIt()
    {
        var (site, _) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 8), new(2024, 10, 8));
        await using var ended = site;

        var page = await (await site.SignedInAsync("mingde", "en")).ReadAsync("/");
        var loser = await (await site.SignedInAsync("anhe", "en")).ReadAsync("/");

        Assert.Contains(page.QuerySelectorAll("#own a"), a => a.GetAttribute("href")!.EndsWith("/claim", StringComparison.Ordinal) && a.TextContent == "Claim instalment 1");
        Assert.DoesNotContain(loser.QuerySelectorAll("#own a"), a => a.GetAttribute("href")!.EndsWith("/claim", StringComparison.Ordinal));
        Assert.Contains("Release", page.QuerySelector("#steps")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WalkedSite.StrangePurchaser, HttpStatusCode.NotFound)]
    [InlineData("anhe", HttpStatusCode.NotFound)]
    [InlineData("administrator", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.OK)]
    public async Task Show_OutOfScope_IsNotThere(string account, HttpStatusCode status)
    {
        var (site, id) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 8), new(2024, 10, 8));
        await using var ended = site;
        var client = await site.SignedInAsync(account);

        foreach (var url in (string[])[$"/contracts/{id}", $"/reports/contract/{id}/money.xlsx"])
        {
            Assert.Equal(status, (await client.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }
}
