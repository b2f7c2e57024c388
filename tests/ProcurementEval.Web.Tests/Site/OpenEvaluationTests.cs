using System.Net;
using AngleSharp.Dom;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The page of a contract on 1 April 2025 of case 1: the mid-term evaluation is open, its sheets are filled and not signed.</summary>
public sealed class OpenEvaluationTests(OpenEvaluation open) : IClassFixture<OpenEvaluation>
{
    private readonly TestSite site = open.Site;
    private readonly Guid id = open.Contract;

    [Fact]
    public async Task Show_EvaluationOpen_IsBlindToAllButItsLeaderWhoSeesProgressOnly()
    {
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

    [Fact]
    public async Task Home_SameStepAtThreeSitesOnADay_IsOneLine()
    {
        var page = await (await site.SignedInAsync("hengping", "en")).ReadAsync("/");

        var opened = Assert.Single(page.QuerySelectorAll("#steps li"), l => l.TextContent.Contains("Open the evaluation", StringComparison.Ordinal));
        Assert.Contains("3 times", opened.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SameStepAtThreeSitesOnADay_IsOneLineOfHistoryThatNamesThem()
    {
        var page = await (await site.SignedInAsync("hengping", "en")).ReadAsync($"/contracts/{id}");

        var opened = Assert.Single(page.QuerySelectorAll("#history li"), l => l.TextContent.Contains("Open the evaluation", StringComparison.Ordinal));
        Assert.All(["荔湖社区", "科韵社区", "云谷社区"], name => Assert.Contains(name, opened.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_ManyRecords_AreTwelveToAPage()
    {
        var client = await site.SignedInAsync("xinhu-street", "en");

        var first = await client.ReadAsync($"/contracts/{id}");
        var second = await client.ReadAsync($"/contracts/{id}?records=2");

        Assert.Equal(12, first.QuerySelectorAll("#delivery tbody tr td[data-label=Date]").Length);
        Assert.NotNull(first.QuerySelector($"#delivery a[href='/contracts/{id}?records=2#records']"));
        Assert.NotEqual(first.QuerySelector("#delivery .brief")!.TextContent, second.QuerySelector("#delivery .brief")!.TextContent);
    }
}

/// <summary>Case 1 as it stands while its mid-term evaluation is open.</summary>
public sealed class OpenEvaluation : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public Guid Contract { get; private set; }

    public async ValueTask InitializeAsync() => (Site, Contract) = await WalkedSite.StartAsync("xinhu-2024", new(2025, 4, 1), new(2025, 4, 1));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
