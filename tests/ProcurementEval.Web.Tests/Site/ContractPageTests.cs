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

    [Fact]
    public async Task Show_EvaluationOpen_IsBlindToAllButItsLeaderWhoSeesProgressOnly()
    {
        var (site, id) = await WalkedSite.StartAsync("xinhu-2024", new(2025, 4, 1), new(2025, 4, 1));
        await using var ended = site;

        foreach (var account in (string[])["xinhu-street", "xinhu-finance", "mingde", "auditor", "evaluator-a", "hengping"])
        {
            var page = await (await site.SignedInAsync(account, "en")).ReadAsync($"/contracts/{id}");

            Assert.All(page.QuerySelectorAll("#results [data-figure]"), cell => Assert.Equal("–", cell.TextContent.Trim()));
            Assert.Equal(3, page.QuerySelectorAll("#results tbody tr").Length);
            Assert.Equal(account == "hengping", page.QuerySelector("#results")!.TextContent.Contains("sheets signed", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Show_ToAnAssessor_HasHisSheetsAndNoMoney()
    {
        var (site, id) = await WalkedSite.StartAsync("xinhu-2024", new(2025, 4, 1), new(2025, 4, 1));
        await using var ended = site;
        var client = await site.SignedInAsync("evaluator-a");

        var page = await client.ReadAsync($"/contracts/{id}");
        var list = await client.ReadAsync("/contracts");

        Assert.Equal(3, page.QuerySelectorAll("#results a[href^='/sheets/']").Length);
        Assert.Null(page.QuerySelector("#money, #tender, #history"));
        Assert.DoesNotContain("¥", page.QuerySelector("main")!.TextContent + list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/reports/contract/{id}/money.xlsx", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/reports/contract/{id}/mid-term.pdf", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Show_NextStepBlocked_SaysWhyAndOffersEachRoleItsOwn()
    {
        var (site, id) = await WalkedSite.StartAsync("xinhu-2024", new(2025, 4, 1), new(2025, 4, 1));
        await using var ended = site;

        var purchaser = await (await site.SignedInAsync("xinhu-street", "en")).ReadAsync($"/contracts/{id}");
        var agency = await (await site.SignedInAsync("mingde", "en")).ReadAsync($"/contracts/{id}");

        Assert.Contains("Record the mid-term result", purchaser.QuerySelector("#next")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not yet", purchaser.QuerySelector("#next")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(purchaser.QuerySelector(".life-blocked"));
        Assert.NotNull(agency.QuerySelector($"a[href='/contracts/{id}/service']"));
        Assert.Null(purchaser.QuerySelector($"a[href='/contracts/{id}/service']"));
        Assert.Equal("Performing", agency.QuerySelector("#stage")!.TextContent);
        Assert.Equal("In delivery", purchaser.QuerySelector("#stage")!.TextContent);
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
