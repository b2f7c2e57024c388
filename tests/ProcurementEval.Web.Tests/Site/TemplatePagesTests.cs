using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Tests.Reports;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Templates and plans are read, compared, uploaded and published.</summary>
public sealed class TemplatePagesTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        await site.AddAccountAsync("administrator", Role.Administrator);
        await site.AddAccountAsync("second", Role.Administrator);
        await site.AddAccountAsync("auditor", Role.Auditor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // The template's own figures: 14 leaves, I1 of 30 points (evaluation-templates/I-1.yaml).
    [Fact]
    public async Task Show_HasTheTreeAndTheTextOfItsHash()
    {
        var page = await (await site.SignedInAsync("auditor", "en")).ReadAsync("/templates/I/1");

        var row = page.QuerySelectorAll("#indicators tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == "I1");
        var text = page.QuerySelector("#text")!.TextContent;
        Assert.Equal("30", row.QuerySelector(".num")!.TextContent);
        Assert.Equal(19, page.QuerySelectorAll("#indicators tbody tr").Length); // 5 dimensions and 14 leaves
        Assert.Equal(File.ReadAllText(PathOf("I-1")), text);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), page.QuerySelector("#hash")!.TextContent);
    }

    // Version 2 differs by its title, note, bonus cap, a veto and two bonus items; no indicator differs.
    [Fact]
    public async Task Compare_TwoVersions_ListsWhatDiffersOnly()
    {
        var page = await (await site.SignedInAsync("auditor", "en")).ReadAsync("/templates/I/compare?from=1&to=2");

        var codes = page.QuerySelectorAll("#differences tbody tr").Select(r => r.GetAttribute("data-code")).ToArray();
        Assert.Equal(["I", "I", "I", "I-V1", "I-B1", "I-B2"], codes);
    }

    [Theory]
    [InlineData("/templates/I/9")]
    [InlineData("/templates/..%2Fplans%2Fxinhu-2024/1")]
    [InlineData("/plans/nothing/1")]
    [InlineData("/templates/I/compare?from=1&to=9")]
    public async Task Show_NoSuchVersion_IsNotThere(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync("auditor")).GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task EveryShippedVersion_HasItsPage()
    {
        var auditor = await site.SignedInAsync("auditor");
        var links = (await auditor.ReadAsync("/templates")).QuerySelectorAll("#templates td:first-child a, #plans td:first-child a").Select(a => a.GetAttribute("href")!).ToArray();

        Assert.Equal(Directory.GetFiles(Path.GetDirectoryName(PathOf("I-1"))!, "*.yaml").Count(f => File.ReadLines(f).Contains("kind: template")) + Directory.GetFiles(Path.Combine(Path.GetDirectoryName(PathOf("I-1"))!, "plans")).Length, links.Length);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Upload_Faulty_NamesLineAndStoresNothing()
    {
        var client = await site.SignedInAsync("administrator", "en");

        // Weights no longer add up: I1.1 carries 9 of 30 where 8 are left.
        var answer = await UploadAsync(client, Version3().Replace("        max: 8\n        kind: quantitative\n        rule: { kind: ratio }\n        source: 证书", "        max: 9\n        kind: quantitative\n        rule: { kind: ratio }\n        source: 证书", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await Browsing.ParseAsync(answer)).QuerySelectorAll("#faults tbody tr").Length > 0);
        Assert.False(await site.InDatabaseAsync(db => db.TemplateUploads.AnyAsync()));
    }

    [Theory]
    [InlineData("kind: limits\n")]
    [InlineData("no yaml: [")]
    [InlineData("")]
    [InlineData("\u0000\u0001")]
    public async Task Upload_NoTemplate_IsRefused(string text)
    {
        var answer = await UploadAsync(await site.SignedInAsync("administrator"), text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_VersionThatExists_IsRefused()
    {
        var answer = await UploadAsync(await site.SignedInAsync("administrator"), File.ReadAllText(PathOf("I-2")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_PublishedByASecondPersonOnly_ThenMayBeChosen()
    {
        var (first, second) = (await site.SignedInAsync("administrator"), await site.SignedInAsync("second"));

        var uploaded = await UploadAsync(first, Version3());
        var url = uploaded.Headers.Location!.OriginalString;
        var pending = await second.GetAsync("/templates/I/3", TestContext.Current.CancellationToken);
        var (_, fields) = Browsing.Filled(await second.ReadAsync(url), url, "#publish");
        var own = await first.SubmitAsync(await first.ReadAsync(url), url, "#publish");
        site.Copies = 100;
        var published = await second.PostAsync(url, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        var twice = await second.PostAsync(url, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, pending.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal("/templates/I/3", published.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("五维评价（第三版）", (await second.ReadAsync("/templates/I/3")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_TakenBack_LeavesItsNumberFree()
    {
        var client = await site.SignedInAsync("administrator");
        var url = (await UploadAsync(client, Version3())).Headers.Location!.OriginalString;

        await client.SubmitAsync(await client.ReadAsync(url), url, "#withdraw");

        Assert.Equal(HttpStatusCode.Found, (await UploadAsync(client, Version3())).StatusCode);
    }

    // The year that nobody has decided yet: its days are invented.
    [Fact]
    public async Task Calendar_NextYearAdded_MovesDeadlinesOncePublishedByAnAdministrator()
    {
        site.Time.SetUtcNow(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
        await site.AddAccountAsync("purchaser", Role.Purchaser);
        var (purchaser, second) = (await site.SignedInAsync("purchaser", "en"), await site.SignedInAsync("second", "en"));
        var ends = (await second.ReadAsync("/")).QuerySelector("#own")!.TextContent;

        var url = (await UploadAsync(await site.SignedInAsync("administrator"), NextCalendar())).Headers.Location!.OriginalString;
        var byPurchaser = await purchaser.SubmitAsync(await purchaser.ReadAsync(url), url, "#publish");
        var before = Deadline();
        var published = await second.SubmitAsync(await second.ReadAsync(url), url, "#publish");
        var page = await second.ReadAsync("/calendars/china/2");

        Assert.Contains("Extend the calendar china", ends, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byPurchaser.StatusCode);
        Assert.Null(before);
        Assert.Equal("/calendars/china/2", published.Headers.Location!.OriginalString);

        // Ten days after 30 December are 9 January 2027, a Saturday that is worked in exchange for the Friday before.
        Assert.Equal(new DateOnly(2027, 1, 9), Deadline());
        Assert.Equal("In force", page.QuerySelector("#counts")!.TextContent);
        Assert.Contains("1 Jan 2027", page.QuerySelector("section[aria-labelledby=year-2027]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await second.ReadAsync("/")).QuerySelector("#own"));

        DateOnly? Deadline()
        {
            try
            {
                return Domain.Calendars.Deadline.Of(new DateOnly(2026, 12, 30), new Term(10, Counting.CalendarShift), site.Services.GetRequiredService<Catalogue>().Calendar("china").Value);
            }
            catch (CalendarRangeException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task Upload_TakenBackByAnotherPurchaser_IsRefused()
    {
        await site.AddAccountAsync("purchaser", Role.Purchaser);
        await site.AddAccountAsync("other", Role.Purchaser);
        var url = (await UploadAsync(await site.SignedInAsync("purchaser"), Version3())).Headers.Location!.OriginalString;
        var other = await site.SignedInAsync("other");
        var page = await other.ReadAsync(url);
        var (_, fields) = Browsing.Filled(page, url, "#publish");

        using var content = new FormUrlEncodedContent(fields);
        var answer = await other.PostAsync($"{url}?handler=Withdraw", content, TestContext.Current.CancellationToken);

        Assert.Null(page.QuerySelector("#withdraw"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.TemplateUploads.CountAsync()));
    }

    [Theory]
    [InlineData("to: 2027-12-31", "to: 2028-12-31")] // 2028 has no holiday
    [InlineData("from: 2023-01-01", "from: 2024-01-01")]
    [InlineData("to: 2027-12-31", "to: 2026-12-30")]
    public async Task Calendar_ThatCoversLessThanTheOneBeforeOrAYearWithoutHolidays_IsRefused(string from, string to)
    {
        var answer = await UploadAsync(await site.SignedInAsync("administrator"), NextCalendar().Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await site.InDatabaseAsync(db => db.TemplateUploads.AnyAsync()));
    }

    [Fact]
    public async Task Upload_WithoutThePermission_IsForbidden() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("auditor")).GetAsync("/templates/upload", TestContext.Current.CancellationToken)).StatusCode);

    private static string PathOf(string name) => Path.Combine(ReportCase.Root, "evaluation-templates", $"{name}.yaml");

    private static string NextCalendar() => File.ReadAllText(PathOf("calendars/china-1"))
        .Replace("version: 1\n", "version: 2\n", StringComparison.Ordinal)
        .Replace("to: 2026-12-31", "to: 2027-12-31", StringComparison.Ordinal)
        .Replace("workdays:", "  - { date: 2027-01-01, name: 元旦 }\n  - { date: 2027-01-08, name: 元旦 }\nworkdays:", StringComparison.Ordinal)
        .TrimEnd() + "\n  - { date: 2027-01-09, name: 元旦 }\n";

    private static string Version3() => File.ReadAllText(PathOf("I-1")).Replace("version: 1\n", "version: 3\n", StringComparison.Ordinal).Replace("title: 五维评价\n", "title: 五维评价（第三版）\n", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string text)
    {
        var page = await client.ReadAsync("/templates/upload");
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("main form[method=post] input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "Yaml", "I-3.yaml");
        return await client.PostAsync("/templates/upload", form, TestContext.Current.CancellationToken);
    }
}
