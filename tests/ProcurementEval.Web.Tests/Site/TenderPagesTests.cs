using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The tender of case 1 by its pages; totals, places and sums are worked out by hand in the case file.</summary>
public sealed partial class TenderPagesTests : IAsyncLifetime
{
    private static readonly string[] Bidders = ["mingde", "anhe", "xinzhou", "tongxing", "ruilin"];
    private TenderStory story = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => story = await TenderStory.BeginAsync();

    public ValueTask DisposeAsync() => story.DisposeAsync();

    [Fact]
    public async Task Case1_PlayedByItsPages_EndsAsWorkedOutByHand()
    {
        await PlayAsync(story);

        var tender = await TenderAsync();
        Assert.Equal(TenderStage.Concluded, tender.Stage);
        Assert.Equal(
            [("mingde", 96.90m, 1), ("xinzhou", 86.38m, 2), ("anhe", 74.10m, 3), ("tongxing", 58.27m, 4)],
            tender.ConformingBids.OrderBy(b => b.Rank).Select(b => (b.Content!.Supplier, b.Total!.Value, b.Rank!.Value)));
        Assert.Equal("QuoteAboveCeiling", tender.Bids.Single(b => b.Content!.Supplier == "ruilin").InvalidReason);
        var contract = await story.Site.InDatabaseAsync(db => db.Contracts.Whole().SingleAsync(Cancellation));
        Assert.Equal(2_445_000.00m, contract.Sum.Yuan);
        Assert.Equal([733_500.00m, 1_344_750.00m, 366_750.00m], contract.Instalments.Select(i => i.Planned.Yuan));
        Assert.Equal(new DateOnly(2024, 9, 20), contract.SignedOn);
        Assert.Equal(story.Case.Sites, contract.Sites);
        Assert.Equal(story.Case.Targets, contract.Targets);
        var page = (await story.ReadAsync("xinhu-street", story.Here)).QuerySelector("main")!.TextContent;
        Assert.Contains("96.90", page, StringComparison.Ordinal);
        Assert.Contains("明德社会工作服务中心（虚构）", page, StringComparison.Ordinal);
        Assert.Contains("86.38", (await story.ReadAsync("xinzhou", story.Here)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("74.10", (await story.ReadAsync("xinzhou", story.Here)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // Whatever a second copy stored would be in the audit.
    [Fact]
    public async Task Case1_EveryFormSentAHundredTimesAtOnce_StoresWhatOneOfEachStores()
    {
        await using var impatient = await TenderStory.BeginAsync();
        impatient.Site.Copies = 100;

        await PlayAsync(story);
        await PlayAsync(impatient);

        Assert.Equal(await StoredAsync(story), await StoredAsync(impatient));
    }

    [Fact]
    public async Task Report_RankedTender_IsForThoseWhoRunItAndSatOnIt()
    {
        await RankedAsync();

        foreach (var (account, format, begins) in new[] { ("xinhu-finance", "pdf", "%PDF-"), ("auditor", "xlsx", "PK"), ("panel-2", "pdf", "%PDF-") })
        {
            var report = await (await story.AsAsync(account)).GetByteArrayAsync($"/reports/tender/{story.TenderId}.{format}", Cancellation);
            Assert.Equal(begins, Encoding.ASCII.GetString(report[..begins.Length]));
        }

        foreach (var account in new[] { "mingde", "other-street" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(account, $"/reports/tender/{story.TenderId}.pdf"));
        }
    }

    // The seal by difference: everything that anybody but the bidders can read is the same before and after five bids.
    [Fact]
    public async Task Pages_BeforeTheOpening_AreTheSameWhetherNobodyOrFiveHaveBid()
    {
        await story.PublishAsync();
        await story.NamePanelAsync();

        // The receipt of what was done last is shown once.
        await story.ReadAsync("xinhu-street", "/");
        var before = await AllPagesAsync();
        foreach (var bidder in Bidders[..4])
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        await TenderStory.DoneAsync(await story.BidAsync("mingde", "2440000"));

        Assert.Equal(before, await AllPagesAsync());
    }

    [Theory]
    [InlineData("0", "报价须为正数，现为 ¥0.00。")]
    [InlineData("-1", "报价须为正数，现为 -¥1.00。")]
    public async Task Bid_QuoteNotPositive_SaysSo(string quote, string sentence)
    {
        await story.PublishAsync();

        var answer = await story.BidAsync("anhe", quote);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_BeforeTheDeadline_IsRefusedWithoutTellingHowManyHaveBid()
    {
        await story.PublishAsync();
        var none = await RefusedAsync("xinhu-clerk", $"{story.Here}/open");
        await TenderStory.DoneAsync(await story.BidAsync("anhe"));

        Assert.Equal(none, await RefusedAsync("xinhu-clerk", $"{story.Here}/open"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await story.TryAsync("xinhu-street", $"{story.Here}/key")).StatusCode);
    }

    [Fact]
    public async Task Open_BySamePersonAsTheFirstKey_IsRefused()
    {
        await story.PublishAsync();
        foreach (var bidder in Bidders[..3])
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        story.PassDeadline();
        await story.PostAsync("xinhu-street", $"{story.Here}/key");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await story.TryAsync("xinhu-street", $"{story.Here}/open")).StatusCode);
        Assert.Null((await story.Site.InDatabaseAsync(db => db.SealKeys.SingleAsync(Cancellation))).ReleasedAt);
    }

    [Fact]
    public async Task Open_BidderNotQualified_IsInvalidAndOnlyItLearnsWhy()
    {
        await story.PublishAsync();
        foreach (var bidder in Bidders)
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        await story.OpenAsync("tongxing");

        Assert.Equal("NotQualified", (await TenderAsync()).Bids.Single(b => b.Content!.Supplier == "tongxing").InvalidReason);
        Assert.Contains("营业执照已过期", (await story.ReadAsync("tongxing", story.Here)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("营业执照已过期", (await story.ReadAsync("anhe", story.Here)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bid_Received_IsNobodysActAndFoundByItsBidderOnly()
    {
        await story.PublishAsync();
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));

        var records = await story.Site.InDatabaseAsync(db => db.AuditRecords.Where(r => r.Text.Contains("\"Bids\"")).Select(r => r.Text).ToListAsync(Cancellation));
        Assert.All(records, text => Assert.Contains("job:bid-box", text, StringComparison.Ordinal));
        Assert.All(records, text => Assert.DoesNotContain("mingde", text, StringComparison.Ordinal));

        // The receipt that was shown once stands on the tender's page, for this bidder alone.
        var receipt = (await story.ReadAsync("mingde", "/")).QuerySelector(".receipt code")!.TextContent;
        Assert.Contains(receipt, (await story.ReadAsync("mingde", story.Here)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("本机构的投标", (await story.ReadAsync("anhe", story.Here)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bid_Twice_TheSecondStandsAlone()
    {
        await story.PublishAsync();
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));
        await TenderStory.DoneAsync(await story.BidAsync("mingde", "240万"));

        var tender = await TenderAsync();
        Assert.Equal(2, tender.Bids.Count);
        Assert.Single(tender.StandingBids);
    }

    // Two tabs: the second form was opened before the first was sent.
    [Fact]
    public async Task Bid_OnAFormFromBeforeTheLastBid_IsStaleAndKeepsWhatWasTyped()
    {
        await story.PublishAsync();
        var agency = await story.AsAsync("anhe");
        var old = await agency.ReadAsync($"{story.Here}/bid");
        await TenderStory.DoneAsync(await story.BidAsync("anhe"));

        var answer = await agency.SubmitAsync(old, $"{story.Here}/bid", "main form[method=post]", [("Quote", "1234567"), .. Facts("anhe")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("1234567", (await Browsing.ParseAsync(answer)).QuerySelector("[name=Quote]")!.GetAttribute("value"));
        Assert.Single((await TenderAsync()).Bids);
    }

    [Fact]
    public async Task Bid_SentTwice_IsOne()
    {
        await story.PublishAsync();
        var agency = await story.AsAsync("anhe");
        var form = await agency.ReadAsync($"{story.Here}/bid");

        await TenderStory.DoneAsync(await agency.SubmitAsync(form, $"{story.Here}/bid", "main form[method=post]", [("Quote", "2298300"), .. Facts("anhe")]));
        await TenderStory.DoneAsync(await agency.SubmitAsync(form, $"{story.Here}/bid", "main form[method=post]", [("Quote", "2298300"), .. Facts("anhe")]));

        Assert.Single((await TenderAsync()).Bids);
    }

    [Fact]
    public async Task Bid_AfterTheDeadline_IsRefused()
    {
        await story.PublishAsync();
        story.PassDeadline();
        story.Site.Time.Advance(TimeSpan.FromMicroseconds(1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await story.BidAsync("mingde")).StatusCode);
        Assert.Empty((await TenderAsync()).Bids);
    }

    [Fact]
    public async Task Bid_WithAFactMissing_IsRefusedAtItsField()
    {
        await story.PublishAsync();

        var answer = await story.TryAsync("mingde", $"{story.Here}/bid", ("Quote", "2445000"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await TenderAsync()).Bids);
    }

    [Fact]
    public async Task Withdraw_BeforeTheDeadline_LeavesNoBidStanding()
    {
        await story.PublishAsync();
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));

        await story.PostAsync("mingde", $"{story.Here}/withdraw");

        var tender = await TenderAsync();
        Assert.Empty(tender.StandingBids);
        Assert.Null(Assert.Single(tender.Bids).Content);
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));
    }

    // The deadline of case 1 is 2024-09-02, 14 days after 2024-08-19; of 2024-09-05 it is 17.
    [Fact]
    public async Task Amend_BeforeTheDeadline_IsReadByEveryBidderAndLeavesBidsSealed()
    {
        await story.PublishAsync();
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));
        story.Site.Time.SetUtcNow(new DateTimeOffset(2024, 8, 19, 1, 0, 0, TimeSpan.Zero));

        var tooShort = await story.TryAsync("xinhu-street", $"{story.Here}/amend", ("What", "工时改为按月统计。"));
        var earlier = await story.TryAsync("xinhu-street", $"{story.Here}/amend", ("What", "提前截止。"), ("Date", "2024-09-01"), ("Harmless", "true"));
        await story.PostAsync("xinhu-street", $"{story.Here}/amend", ("What", "联系电话更正。"), ("Harmless", "true"));
        await story.PostAsync("xinhu-street", $"{story.Here}/amend", ("What", "工时改为按月统计。"), ("Date", "2024-09-05"));
        var (bidder, other) = (await story.ReadAsync("mingde", story.Here), await story.ReadAsync("anhe", story.Here));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (tooShort.StatusCode, earlier.StatusCode));
        Assert.Contains("工时改为按月统计。", (await Browsing.ParseAsync(tooShort)).QuerySelector("textarea[name=What]")!.TextContent, StringComparison.Ordinal);
        Assert.All([bidder, other], page => Assert.Equal(["联系电话更正。", "工时改为按月统计。"], page.QuerySelectorAll("#amendments + .history li div").Select(d => d.TextContent)));
        Assert.NotNull(bidder.QuerySelector("main .warning"));
        Assert.Null(other.QuerySelector("main .warning"));
        var tender = await TenderAsync();
        Assert.Equal((Domain.Calendars.ChinaTime.At(new DateOnly(2024, 9, 5), new TimeOnly(10, 0)), TenderStage.Published), (tender.Deadline, tender.Stage));
        Assert.Null(Assert.Single(tender.StandingBids).Content);
    }

    [Fact]
    public async Task Publish_TooShortAPeriod_IsRefusedWithTheDays()
    {
        await story.DraftAsync();

        // 2024-08-28 is 19 days after 2024-08-09.
        var answer = await story.TryAsync("xinhu-street", $"{story.Here}/publish", ("Date", "2024-08-28"), ("Hour", "10:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(TenderStage.Draft, (await TenderAsync()).Stage);
    }

    [Fact]
    public async Task Publish_OnAnOldForm_IsStale()
    {
        await story.DraftAsync();
        var purchaser = await story.AsAsync("xinhu-street");
        var old = await purchaser.ReadAsync($"{story.Here}/publish");
        await story.NamePanelAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await purchaser.SubmitAsync(old, $"{story.Here}/publish", "main form[method=post]", ("Date", "2024-09-02"))).StatusCode);
    }

    [Theory]
    [InlineData("mingde", "publish", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "panel", HttpStatusCode.Forbidden)]
    [InlineData("xinhu-street", "bid", HttpStatusCode.Forbidden)]
    [InlineData("xinhu-finance", "open", HttpStatusCode.Forbidden)]
    [InlineData("administrator", "", HttpStatusCode.Forbidden)]
    [InlineData("other-street", "", HttpStatusCode.NotFound)]
    [InlineData("other-street", "open", HttpStatusCode.NotFound)]
    [InlineData("panel-1", "", HttpStatusCode.NotFound)] // not on its panel
    [InlineData("auditor", "", HttpStatusCode.OK)]
    [InlineData("mingde", "", HttpStatusCode.OK)]
    public async Task Page_OfOthers_IsRefused(string account, string page, HttpStatusCode expected)
    {
        await story.PublishAsync();

        Assert.Equal(expected, await StatusAsync(account, $"{story.Here}/{page}".TrimEnd('/')));
    }

    [Fact]
    public async Task Draft_ToAnAgency_DoesNotExist()
    {
        await story.DraftAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("mingde", story.Here));
        Assert.DoesNotContain("XH-2024-ZB-01", (await story.ReadAsync("mingde", "/tenders")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_Uploaded_IsTheSameForABidderAndFixedOncePublished()
    {
        await story.DraftAsync();
        var purchaser = await story.AsAsync("xinhu-street");
        var content = Encoding.UTF8.GetBytes("招标文件（自拟）");
        await TenderStory.DoneAsync(await UploadAsync(purchaser, "招标文件.txt", content));
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(purchaser, "不是.pdf", content)).StatusCode);
        var document = await story.Site.InDatabaseAsync(db => db.TenderDocuments.SingleAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("mingde", $"/tenders/documents/{document.Id}"));
        var form = await purchaser.ReadAsync($"{story.Here}/documents");

        await story.PostAsync("xinhu-street", $"{story.Here}/publish", ("Date", "2024-09-02"), ("Hour", "10：00"));

        Assert.Equal(content, await (await story.AsAsync("mingde")).GetByteArrayAsync($"/tenders/documents/{document.Id}", Cancellation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await purchaser.SubmitAsync(form, $"{story.Here}/documents", "form[action$=Remove]")).StatusCode);
        Assert.Equal(1, await story.Site.InDatabaseAsync(db => db.TenderDocuments.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Contract_RowsThatCannotBeRead_AreNamedAndNothingIsSigned()
    {
        await RankedAsync();
        await story.PostAsync("xinhu-street", $"{story.Here}/award");

        var answer = await story.TryAsync("xinhu-street", $"{story.Here}/contract", ("Number", "C-1"), ("SignedOn", "2024-09-02"), ("Start", "2024-10-01"), ("End", "2025-09-30"), ("Targets", "visits\t个案\t探访\tmany\nvisits\t个案\t探访\t10"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains("第 1 行", text, StringComparison.Ordinal);
        Assert.Contains("“visits”出现两次", text, StringComparison.Ordinal);
        Assert.Equal(TenderStage.Awarded, (await TenderAsync()).Stage);
        Assert.Equal(0, await story.Site.InDatabaseAsync(db => db.Contracts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Fail_WithAReason_LeavesBidsSealed()
    {
        await story.PublishAsync();
        await TenderStory.DoneAsync(await story.BidAsync("mingde"));
        Assert.Equal(HttpStatusCode.BadRequest, (await story.TryAsync("xinhu-street", $"{story.Here}/fail")).StatusCode);

        await story.PostAsync("xinhu-street", $"{story.Here}/fail", ("Reason", "采购任务取消"));

        Assert.Null(Assert.Single((await TenderAsync()).Bids).Content);
        Assert.Contains("采购任务取消", (await story.ReadAsync("anhe", story.Here)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("明德", (await story.ReadAsync("auditor", story.Here)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PanelMember_BeforeAnsweringOnRecusal_SeesNoBid()
    {
        await story.PublishAsync();
        await story.NamePanelAsync();
        foreach (var bidder in Bidders[..3])
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        await story.OpenAsync();

        Assert.DoesNotContain("2,445,000.00元", (await story.ReadAsync("panel-1", story.Here)).QuerySelector("#bids")?.TextContent ?? string.Empty, StringComparison.Ordinal);
        Assert.Contains("明德", (await story.ReadAsync("panel-1", $"{story.Here}/recusal")).Body!.TextContent, StringComparison.Ordinal);
        await story.PostAsync("panel-2", $"{story.Here}/recusal", ("Ground", "Kinship"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("panel-2", story.Here));
        await story.PostAsync("panel-1", $"{story.Here}/recusal", ("Ground", "None"));
        Assert.Equal(3, (await story.ReadAsync("panel-1", story.Here)).QuerySelectorAll("a[href^='/sheets/']").Length);
    }

    private async Task RankedAsync()
    {
        await story.PublishAsync();
        await story.NamePanelAsync();
        foreach (var bidder in Bidders)
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        await story.OpenAsync();
        await story.AnswerRecusalsAsync();
        await story.ScoreAsync();
        await story.PostAsync("xinhu-street", $"{story.Here}/rank");
    }

    private Task<Tender> TenderAsync() => story.Site.InDatabaseAsync(db => db.Tenders.Whole().SingleAsync(Cancellation));

    private async Task<HttpStatusCode> StatusAsync(string account, string url) => (await (await story.AsAsync(account)).GetAsync(url, Cancellation)).StatusCode;

    private async Task<string> RefusedAsync(string account, string url)
    {
        var answer = await story.TryAsync(account, url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return Plain(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> AllPagesAsync()
    {
        var all = new StringBuilder();
        string[] pages = ["", "/publish", "/documents", "/panel", "/key", "/open", "/rank", "/award", "/contract", "/fail", "/recusal", "/bid", "/withdraw"];
        var project = (await TenderAsync()).ProjectId;
        foreach (var account in new[] { "xinhu-street", "xinhu-clerk", "other-street", "xinhu-finance", "auditor", "administrator", "panel-1", "ruilin" })
        {
            foreach (var url in pages.Select(p => story.Here + p).Concat(["/", "/tenders", $"/projects/{project}", "/audit", $"/reports/tender/{story.TenderId}.pdf"]))
            {
                var answer = await (await story.AsAsync(account)).GetAsync(url, Cancellation);
                all.AppendLine(CultureInfo.InvariantCulture, $"{account} {url} {answer.StatusCode}").AppendLine(Plain(await answer.Content.ReadAsStringAsync(Cancellation)));
            }
        }

        return all.ToString();
    }

    // What is drawn anew for every form.
    private static string Plain(string html) => Marks().Replace(html, "$1");

    [GeneratedRegex("""(name="(?:__RequestVerificationToken|Mark)"[^>]*value=")[^"]*""", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    private async Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, byte[] content)
    {
        var (action, fields) = Browsing.Filled(await client.ReadAsync($"{story.Here}/documents"), $"{story.Here}/documents", "main form[method=post]");
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in fields)
        {
            form.Add(new StringContent(value), key);
        }

        form.Add(new ByteArrayContent(content), "Files", name);
        return await client.PostAsync(action, form, Cancellation);
    }

    private (string, string)[] Facts(string supplier) => [.. TenderStory.FactsOf(story.Case.Tender.Bids.Single(b => b.Supplier.Code == supplier))];

    private const string Head = "代码\t类别\t指标名称\t指标值\t计数方式\t单位\t最少人数\t最少次数\t其中特定群体\t特定群体\t周期\t比率\t引用指标";

    private static string Row(ServiceTarget target) => string.Join('\t', target.Code, target.Area, target.Title, target.Target.ToString(CultureInfo.InvariantCulture), target.Counted, target.Unit, target.MinimumPeople, target.MinimumSessions, target.OfWhichForGroup, target.Group, target.Each, target.IsRate ? "是" : string.Empty, target.RecordsOf);

    private static async Task PlayAsync(TenderStory story)
    {
        await story.PublishAsync();
        await story.NamePanelAsync();
        foreach (var bidder in Bidders)
        {
            await TenderStory.DoneAsync(await story.BidAsync(bidder));
        }

        await story.OpenAsync();
        await story.AnswerRecusalsAsync();
        await story.ScoreAsync();
        await story.PostAsync("xinhu-street", $"{story.Here}/rank");
        await story.PostAsync("xinhu-street", $"{story.Here}/award");
        story.Site.Time.SetUtcNow(Domain.Calendars.ChinaTime.At(story.Case.Contract.Signed, new TimeOnly(15, 0)));
        await story.PostAsync(
            "xinhu-street",
            $"{story.Here}/contract",
            ("Number", "XH-2024-01"),
            ("SignedOn", "2024年9月20日"),
            ("Start", "2024-10-01"),
            ("End", "2025/9/30"),
            ("Sites", string.Join('\n', story.Case.Sites.Select(s => $"{s.Code}\t{s.Name}"))),
            ("Targets", $"{Head}\n{string.Join('\n', story.Case.Targets.Select(Row))}"));
    }

    // What people stored, and how often.
    private static Task<string> StoredAsync(TenderStory story) => story.Site.InDatabaseAsync(async db => string.Join(' ', (await db.AuditRecords.Where(r => !r.Author.StartsWith("job:")).Select(r => new { r.Author, r.Entity }).ToListAsync(Cancellation))
        .GroupBy(r => r).OrderBy(g => g.Key.Author, StringComparer.Ordinal).ThenBy(g => g.Key.Entity, StringComparer.Ordinal).Select(g => $"{g.Key.Author}:{g.Key.Entity}×{g.Count()}")));
}
