using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The audit as the auditor reads it, of case 1.</summary>
public sealed class AuditPagesTests
{
    [Theory]
    [InlineData("xinhu-street")]
    [InlineData("mingde")]
    [InlineData("administrator")]
    public async Task Audit_OthersThanTheAuditor_AreForbidden(string account)
    {
        var (site, _) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 8), new(2024, 10, 8));
        await using var ended = site;
        var client = await site.SignedInAsync(account);

        foreach (var url in (string[])["/audit", "/audit/export/csv", "/audit/export/xlsx", "/audit/anchor", "/audit/chain?of=parties"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Audit_Filters_NarrowToWhatTheyName()
    {
        var (site, contract) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 15), new(2024, 10, 15));
        await using var ended = site;
        var client = await site.SignedInAsync("auditor", "en");
        var (number, hash) = await site.InDatabaseAsync(async db => (await db.Contracts.Where(c => c.Id == contract).Select(c => c.Number).SingleAsync(), await db.AuditRecords.Where(r => r.ChainId == $"contract:{contract}").OrderBy(r => r.Sequence).Select(r => r.Hash).FirstAsync()));

        var byReceipt = await client.ReadAsync($"/audit?receipt={hash[..12].ToUpperInvariant()}");
        var byContract = await client.ReadAsync($"/audit?of={Uri.EscapeDataString(number)}&what=Instalments");
        var byDay = await client.ReadAsync("/audit?from=2024-10-14&to=2024-10-14");
        var none = await client.ReadAsync("/audit?who=nobody");

        Assert.Equal(hash[..12].ToUpperInvariant(), Assert.Single(byReceipt.QuerySelectorAll("#records tbody tr")).QuerySelector("td:last-child code")!.TextContent);
        Assert.All(byContract.QuerySelectorAll("#records tbody tr"), r => Assert.StartsWith("Instalment", r.QuerySelector("summary")!.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(byDay.QuerySelectorAll("#records tbody tr"));
        Assert.All(byDay.QuerySelectorAll("#records .when"), w => Assert.Contains("14", w.TextContent, StringComparison.Ordinal));
        Assert.Null(none.QuerySelector("#records"));

        // A date that cannot be read narrows to nothing, and says so.
        var unreadable = await client.ReadAsync("/audit?from=2024-13-45");
        Assert.Null(unreadable.QuerySelector("#records"));
        Assert.Contains("2024-13-45", unreadable.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/audit/export/csv?to=2024-13-45", TestContext.Current.CancellationToken)).StatusCode);
    }

    // Following "older" from page to page meets every record once.
    [Fact]
    public async Task Audit_Pages_MeetEveryRecordOnce()
    {
        var (site, _) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 15), new(2024, 10, 15));
        await using var ended = site;
        var client = await site.SignedInAsync("auditor");
        var stored = await site.InDatabaseAsync(db => db.AuditRecords.Select(r => r.Hash).OrderBy(h => h).ToListAsync());
        var met = new List<string>();

        for (var url = "/audit"; url is not null;)
        {
            var page = await client.ReadAsync(url);
            met.AddRange(page.QuerySelectorAll("#records tbody td:last-child code").Select(c => c.GetAttribute("title")!));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(stored, met.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Audit_TenderOut_BidsAreNowhere()
    {
        var (site, _) = await WalkedSite.StartAsync("xinhu-2024", null, new(2024, 10, 15));
        await using var ended = site;
        var (project, bids) = await site.InDatabaseAsync(async db => (await db.Tenders.Select(t => t.ProjectId).SingleAsync(), await db.Bids.CountAsync()));
        var client = await site.SignedInAsync("auditor", "en");
        var opened = await client.ReadAsync($"/audit?of=project:{project}&what=Bids");
        await site.InDatabaseAsync(db => db.Tenders.ExecuteUpdateAsync(t => t.SetProperty(x => x.Stage, TenderStage.Published)));

        var sealedPage = await client.ReadAsync($"/audit?of=project:{project}&what=Bids");
        var export = await client.GetStringAsync($"/audit/export/csv?of=project:{project}", TestContext.Current.CancellationToken);
        var chain = await client.ReadAsync($"/audit/chain?of=project:{project}&verify=1");
        var anchor = JsonDocument.Parse(await client.GetStringAsync("/audit/anchor", TestContext.Current.CancellationToken)).RootElement.GetProperty("chains");

        Assert.True(bids >= 3 && opened.QuerySelectorAll("#records tbody tr").Length >= bids);
        Assert.Null(sealedPage.QuerySelector("#records"));
        Assert.Contains("project:", export, StringComparison.Ordinal);
        Assert.DoesNotContain("Bid,", export.Replace("\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotNull(chain.QuerySelector("#withheld"));
        Assert.Null(chain.QuerySelector("#length, #head, #findings li"));
        Assert.False(anchor.TryGetProperty($"project:{project}", out _));
    }

    [Fact]
    public async Task Chain_Verified_SaysWhetherItIsSound()
    {
        var (site, contract) = await WalkedSite.StartAsync("xinhu-2024", new(2024, 10, 15), new(2024, 10, 15));
        await using var ended = site;
        var client = await site.SignedInAsync("auditor", "en");
        var url = $"/audit/chain?of=contract:{contract}&verify=1";

        var sound = await client.ReadAsync(url);
        await site.InDatabaseAsync(db => db.Contracts.ExecuteUpdateAsync(c => c.SetProperty(x => x.Number, "altered")));
        var altered = await client.ReadAsync(url);

        Assert.NotNull(sound.QuerySelector("#findings .state-good"));
        Assert.Contains("Number", Assert.Single(altered.QuerySelectorAll("#findings li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_HasTheRowsOfTheFilterAndNoHiddenValue()
    {
        var (site, contract) = await WalkedSite.StartAsync("xinhu-2024", new(2025, 4, 1), new(2025, 4, 1));
        await using var ended = site;
        var client = await site.SignedInAsync("auditor");
        var stored = await site.InDatabaseAsync(db => db.AuditRecords.CountAsync(r => r.ChainId == $"contract:{contract}"));

        var csv = await client.GetStringAsync($"/audit/export/csv?of=contract:{contract}", TestContext.Current.CancellationToken);
        var xlsx = await client.GetAsync($"/audit/export/xlsx?of=contract:{contract}", TestContext.Current.CancellationToken);

        Assert.Equal(stored + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Points=保密，哈希值", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/audit/export/doc", TestContext.Current.CancellationToken)).StatusCode);
    }
}
