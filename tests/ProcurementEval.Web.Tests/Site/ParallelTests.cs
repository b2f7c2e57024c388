using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Tests.Templates;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A hundred copies of one form at once do what one does, whichever form it is; a hundred saves of one sheet at once lose nothing, and who was slower is told.</summary>
public sealed class ParallelTests(ParallelTests.World world) : IClassFixture<ParallelTests.World>
{
    private const int Copies = 100;

    private static readonly IReadOnlyDictionary<string, Deed> Deeds = new Dictionary<string, Deed>
    {
        ["claim"] = new("heyuan", "DT2024", (db, c) => Sample.InstalmentAsync(db, c, 2), "/instalments/{0}/claim", Steps("Claim")) { Fields = [("Number", "FP-100"), ("ReceivedOn", "2025-03-20")] },
        ["confirm"] = new("wangxi", "XY2024", (db, c) => Sample.InstalmentAsync(db, c, 2), "/instalments/{0}/confirm", Steps("Confirm")),
        ["approve"] = new("lanjiang-finance", "QY2025", (db, c) => Sample.InstalmentAsync(db, c, 1), "/instalments/{0}/approve", Steps("Approve")),
        ["pay"] = new("wangxi-finance", "CH2024", (db, c) => Sample.InstalmentAsync(db, c, 2), "/instalments/{0}/pay", Steps("Pay")),
        ["bid"] = new("anhe", "ZT2025", Sample.TenderAsync, "/tenders/{0}/bid", (db, id) => db.Bids.CountAsync(b => b.TenderId == id)),
        ["award"] = new("lanjiang", "HK2025", Sample.TenderAsync, "/tenders/{0}/award", Steps("Award")),
        ["recusal"] = new("evaluator-c", "HP2024", Sample.EvaluationAsync, "/evaluations/{0}/recusal", (db, id) => db.Sheets.CountAsync(s => s.EvaluationId == id && s.Assessor == "evaluator-c")) { Fields = [("Ground", "None")] },
        ["objection"] = new("qihang", "CH2024", Sample.EvaluationAsync, "/evaluations/{0}/objection", (db, id) => db.Objections.CountAsync(o => o.Evaluation.Id == id)) { Fields = [("Reason", "计分有误。")] },
        ["answer"] = new("wangxi", "YL2024", Sample.ObjectionAsync, "/objections/{0}/answer", Steps("Dismiss")) { Fields = [("Words", "经复核，维持原结果。"), ("Decision", "dismiss")] },
        ["finding"] = new("zhengdu", "YL2024", Sample.EvaluationAsync, "/evaluations/{0}/findings", (db, id) => db.Findings.CountAsync(f => f.EvaluationId == id)) { Fields = [("Text", "档案缺页。"), ("DueOn", "2025-04-20")] },
        ["account"] = new("administrator", "QY2025", (db, _) => Task.FromResult(Guid.Empty), "/accounts/add", (db, _) => db.Users.CountAsync(u => u.UserName == "new-auditor")) { Fields = [("Account", "new-auditor"), ("Name", "新审计员（虚构）"), ("Role", "Auditor"), ("Password", TestSite.Password)] },
        ["colleague"] = new("mingde", "QY2025", (db, _) => Task.FromResult(Guid.Empty), "/people/add", (db, _) => db.Users.CountAsync(u => u.UserName == "mingde-2")) { Fields = [("Account", "mingde-2"), ("Name", "明德第二人（虚构）"), ("Password", TestSite.Password)] },
        ["party"] = new("administrator", "QY2025", (db, _) => Task.FromResult(Guid.Empty), "/parties/add", (db, _) => db.Parties.CountAsync(p => p.Code == "hengping")) { Fields = [("Code", "hengping"), ("Name", "衡平评估中心（虚构）"), ("Kind", "EvaluationBody")] },
        ["disable"] = new("administrator", "QY2025", (db, _) => Sample.AccountAsync(db, "ruilin"), "/accounts/{0}", (db, _) => db.Users.CountAsync(u => u.Disabled)) { Form = "#disable" },
        ["reset"] = new("administrator", "QY2025", (db, _) => Sample.AccountAsync(db, "tongxin"), "/accounts/{0}", (db, id) => db.AuditRecords.CountAsync(r => r.ChainId == $"user:{id}" && r.Entity == "Users")) { Form = "#reset" },
        ["template"] = new("administrator", "QY2025", (db, _) => Task.FromResult(Guid.Empty), "/templates/upload", (db, _) => db.TemplateUploads.CountAsync()) { File = "Yaml", Text = NextVersion },
        ["draft"] = new("lanjiang", "QY2025", (db, _) => Task.FromResult(Guid.Empty), "/projects/draft?Chosen=xinhu-2024-1", (db, _) => db.Projects.CountAsync(p => p.Code == "P100")) { Fields = [("Code", "P100"), ("ProjectTitle", "一百份草稿"), ("Region", "南州市"), ("Number", "ZB-100")] },
        ["amend"] = new("wangxi", "ZT2025", Sample.TenderAsync, "/tenders/{0}/amend", Steps("Amend")) { Fields = [("What", "服务点地址更正。"), ("Harmless", "true")], File = "Files" },
        ["fail"] = new("wangxi", "SQ2025", Sample.TenderAsync, "/tenders/{0}/fail", Steps("Fail")) { Fields = [("Reason", "采购任务取消。")] },
        ["withdraw"] = new("qihang", "ZT2025", Sample.TenderAsync, "/tenders/{0}/withdraw", (db, id) => db.Bids.CountAsync(b => b.TenderId == id && b.WithdrawnAt != null)),
        ["contract"] = new("wangxi", "NW2025", Sample.TenderAsync, "/tenders/{0}/contract", (db, id) => db.Contracts.CountAsync(c => c.TenderId == id)) { Fields = [("Number", "NW-100"), ("SignedOn", "2025-03-20"), ("Start", "2025-04-09"), ("End", "2026-04-08"), ("Sites", "S1\t社区一"), ("Targets", "case\t个案\t个案\t10\ngroup\t小组\t小组\t5\nlarge-event\t活动\t大型活动\t2\nsmall-event\t活动\t小型活动\t4")] },
        ["service"] = new("mingde", "XY2024", Sample.ContractAsync, "/contracts/{0}/service", (db, id) => db.ServiceRecords.CountAsync(r => r.ContractId == id)) { Fields = [("Date", "2025-03-19"), ("People", "12")] },
        ["evidence"] = new("mingde", "XY2024", Sample.ContractAsync, "/contracts/{0}/evidence/upload", (db, id) => db.Evidence.CountAsync(e => e.ContractId == id)) { File = "Files" },
        ["acceptance"] = new("lanjiang", "SH2024", Sample.ContractAsync, "/contracts/{0}/acceptance", (db, _) => db.Transitions.CountAsync(t => t.Trigger == "Confirm")) { Form = "main form[action$='handler=Confirm']", Fields = [("Statement", "服务全部完成，同意验收。")] },
        ["return"] = new("wangxi-finance", "WX2024", (db, c) => Sample.InstalmentAsync(db, c, 2), "/instalments/{0}/return", Steps("Return")) { Fields = [("Why", "发票抬头有误。")] },
        ["dispute"] = new("evaluator-b", "HP2024", (db, c) => Sample.SheetAsync(db, c, "evaluator-b"), "/sheets/{0}/dispute", async (db, id) => (await db.Sheets.SingleAsync(s => s.Id == id)).Disputes.Count) { Fields = [("OwnCount", "3")] },
        ["sign"] = new("evaluator-c", "LT2024", async (db, c) => await SheetOfAsync(db, await Sample.EvaluationAsync(db, c), "evaluator-c"), "/sheets/{0}/sign", (db, id) => db.Sheets.CountAsync(s => s.Id == id && s.SignedAt != null)) { Fields = [("Confirmed", "true")] },
        ["organise"] = new("mingheng", "DT2024", Sample.ContractAsync, "/contracts/{0}/evaluations", async (db, id) => (await db.Evaluations.Where(e => e.ContractId == id).ToListAsync()).GroupBy(e => (e.Kind, e.Subject)).Select(g => g.Count()).DefaultIfEmpty().Max()),
        ["facts"] = new("mingheng", "HP2024", Sample.EvaluationAsync, "/evaluations/{0}/facts", async (db, id) => (await db.Evaluations.SingleAsync(e => e.Id == id)).FactsRevision),
        ["vacancy"] = new("mingde", "XY2024", Sample.ContractAsync, "/contracts/{0}/vacancy", async (db, id) => (await db.Contracts.SingleAsync(c => c.Id == id)).Vacancies.Count) { Fields = [("Post", "P-1"), ("From", "2025-03-01"), ("To", "2025-03-03")] },
    };

    // Each makes the next one possible.
    private static readonly IReadOnlyList<Deed> InTheirOrder =
    [
        new("lanjiang", "JK2025", Sample.TenderAsync, "/tenders/{0}/documents", (db, id) => db.TenderDocuments.CountAsync(d => d.TenderId == id)) { File = "Files" },
        new("lanjiang", "JK2025", Sample.TenderAsync, "/tenders/{0}/publish", Steps("Publish")) { Fields = [("Hour", "10:00")] },
        new("lanjiang", "LP2025", Sample.TenderAsync, "/tenders/{0}/key", Saved("Tenders")),
        new("lanjiang-2", "LP2025", Sample.TenderAsync, "/tenders/{0}/open", Saved("SealKeys")),
        new("lanjiang-2", "LP2025", Sample.TenderAsync, "/tenders/{0}/open", Steps("Open")),
        new("heyuan", "ML2024", (db, c) => FindingAsync(db, c, FindingStage.Issued), "/findings/{0}/reply", Steps("Reply")) { Fields = [("Words", "已补齐档案。")] },
        new("mingheng", "ML2024", (db, c) => FindingAsync(db, c, FindingStage.Replied), "/findings/{0}/verify", Steps("Verify")) { Fields = [("Decision", "verify")] },
        new("evaluator-b", "LT2024", LastAsync, "/evaluations/{0}/recusal", (db, id) => db.Sheets.CountAsync(s => s.EvaluationId == id && s.Assessor == "evaluator-b")) { Fields = [("Ground", "None")] },
        new("evaluator-b", "LT2024", (db, c) => LastAsync(db, c, "evaluator-b"), "/sheets/{0}", async (db, id) => (await db.Sheets.SingleAsync(s => s.Id == id)).Scores.GroupBy(s => s.Item).Select(g => g.Count()).DefaultIfEmpty().Max()),
        new("evaluator-a", "LT2024", (db, c) => LastAsync(db, c, "evaluator-a"), "/sheets/{0}/sign", (db, id) => db.Sheets.CountAsync(s => s.Id == id && s.SignedAt != null)) { Fields = [("Confirmed", "true")] },
        new("evaluator-b", "LT2024", (db, c) => LastAsync(db, c, "evaluator-b"), "/sheets/{0}/sign", (db, id) => db.Sheets.CountAsync(s => s.Id == id && s.SignedAt != null)) { Fields = [("Confirmed", "true")] },
        new("evaluator-c", "LT2024", (db, c) => LastAsync(db, c, "evaluator-c"), "/sheets/{0}/sign", (db, id) => db.Sheets.CountAsync(s => s.Id == id && s.SignedAt != null)) { Fields = [("Confirmed", "true")] },
        new("zhengdu", "LT2024", LastAsync, "/evaluations/{0}/consolidate", Steps("Consolidate")),
        new("zhengdu", "LT2024", LastAsync, "/evaluations/{0}/publish", Steps("Publish")),
        new("anhe", "LT2024", PublishedAsync, "/evaluations/{0}/objection", (db, id) => db.Objections.CountAsync(o => o.Evaluation.Id == id)) { Fields = [("Reason", "计分有误。")] },
        new("anhe", "LT2024", FiledAsync, "/objections/{0}/withdraw", Steps("Withdraw")),
        new("anhe", "LT2024", PublishedAsync, "/evaluations/{0}/objection", (db, id) => db.Objections.CountAsync(o => o.Evaluation.Id == id)) { Fields = [("Reason", "计分确实有误。")] },
        new("lanjiang", "LT2024", FiledAsync, "/objections/{0}/answer", Steps("Uphold")) { Fields = [("Words", "经复核，确有误。"), ("Decision", "uphold")] },
        new("zhengdu", "LT2024", PublishedAsync, "/evaluations/{0}/reopen", Steps("Reopen")) { Fields = [("Why", "异议成立。")] },
        new("wangxi", "ML2024", Sample.ContractAsync, "/contracts/{0}/end", Steps("End")) { Form = "main form[action$='handler=Terminate']", Fields = [("Why", "承接机构停业。")] },
    ];

    public static TheoryData<string> Names => [.. Deeds.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Form_SentAHundredTimesAtOnce_HasOneEffect(string name)
    {
        await SendAHundredTimesAsync(Deeds[name]);
    }

    [Fact]
    public async Task Forms_ThatFollowEachOther_HaveOneEffectEach()
    {
        foreach (var deed in InTheirOrder)
        {
            await SendAHundredTimesAsync(deed);
        }
    }

    private async Task SendAHundredTimesAsync(Deed deed)
    {
        var id = await world.Site.InDatabaseAsync(db => deed.Id(db, deed.Project));
        var before = await world.Site.InDatabaseAsync(db => deed.Count(db, id));
        var client = await world.Site.SignedInAsync(deed.Account);
        var (action, fields) = await FilledAsync(client, deed, id, string.Format(CultureInfo.InvariantCulture, deed.Url, id));

        var statuses = await Task.WhenAll(Enumerable.Range(0, Copies).Select(async _ =>
        {
            using var answer = await client.PostAsync(action, Content(deed, fields), Stop);
            return answer.StatusCode;
        }));

        Assert.True(statuses.Contains(HttpStatusCode.Found), $"{action} {string.Join(' ', statuses.GroupBy(t => t).Select(g => $"{(int)g.Key}×{g.Count()}"))}");
        Assert.Equal((action, before + 1), (action, await world.Site.InDatabaseAsync(db => deed.Count(db, id))));
        Assert.All(statuses, s => Assert.True(s is HttpStatusCode.Found or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound, $"{action} {(int)s}: {string.Join(' ', statuses.GroupBy(t => t).Select(g => $"{(int)g.Key}×{g.Count()}"))}"));
    }

    // Every item has a line of its own; each save is typed on what the one before answered.
    [Fact]
    public async Task Sheet_ManyItemsSavedAtOnce_KeepsEveryOne()
    {
        var (client, url, items) = await SheetAsync("evaluator-a");
        var each = (Copies / items.Count) + 1;

        var last = await Task.WhenAll(items.Select(async item =>
        {
            var sequence = item.Sequence;
            foreach (var turn in Enumerable.Range(1, each))
            {
                var (status, answer) = await SaveAsync(client, url, item with { Sequence = sequence }, $"第{turn}次", "evaluator-a");
                Assert.Equal(HttpStatusCode.OK, status);
                Assert.Equal(sequence + 1, (int)answer["sequence"]!);
                sequence++;
            }

            return (item.Key, sequence);
        }));

        var after = (await SheetAsync("evaluator-a")).Items.ToDictionary(i => i.Key, i => i.Sequence);
        Assert.All(last, l => Assert.Equal(l.sequence, after[l.Key]));
    }

    [Fact]
    public async Task Sheet_OneItemSavedAHundredTimesAtOnce_KeepsTheFirstAndTellsTheOthers()
    {
        var (client, url, items) = await SheetAsync("evaluator-b");
        var item = items[0];

        var answers = await Task.WhenAll(Enumerable.Range(1, Copies).Select(n => SaveAsync(client, url, item, $"第{n}个标签页", "evaluator-b")));

        var won = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != won), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
        var kept = await world.Site.InDatabaseAsync(async db => (await db.Sheets.SingleAsync(s => s.Id == Guid.Parse(url.Split('/')[2], CultureInfo.InvariantCulture), Stop)).Scores.Where(s => s.Item == item.Key).MaxBy(s => s.Sequence)!);
        Assert.Equal(item.Sequence + 1, kept.Sequence);
        Assert.All(answers.Where(a => a != won), a => Assert.Equal(kept.Comment, (string?)a.Answer["comment"]));
    }

    // The next version of a shipped template, as somebody would write it.
    private static string NextVersion => File.ReadAllText(Path.Combine(Shipped.Catalogue.Folder, "M-1.yaml")).Replace("version: 1", "version: 2", StringComparison.Ordinal);

    private static Task<Guid> FindingAsync(AppDbContext db, string code, FindingStage stage) =>
        db.Findings.Where(f => f.Stage == stage && db.Contracts.Any(c => c.Id == f.ContractId && db.Projects.Any(p => p.Id == c.ProjectId && p.Code == code))).Select(f => f.Id).FirstAsync();

    // The last subject's evaluation, and an assessor's sheet of it.
    private static async Task<Guid> LastAsync(AppDbContext db, string code)
    {
        var contract = await Sample.ContractAsync(db, code);
        return await db.Evaluations.Where(e => e.ContractId == contract && e.Stage < EvaluationStage.Published).OrderByDescending(e => e.Subject).Select(e => e.Id).FirstAsync();
    }

    private static async Task<Guid> PublishedAsync(AppDbContext db, string code)
    {
        var contract = await Sample.ContractAsync(db, code);
        return await db.Evaluations.Where(e => e.ContractId == contract && e.Stage == EvaluationStage.Published).Select(e => e.Id).SingleAsync();
    }

    private static async Task<Guid> FiledAsync(AppDbContext db, string code)
    {
        var contract = await Sample.ContractAsync(db, code);
        return await db.Objections.Where(o => o.ContractId == contract && o.Stage == ObjectionStage.Filed).Select(o => o.Id).SingleAsync();
    }

    private static async Task<Guid> LastAsync(AppDbContext db, string code, string assessor) => await SheetOfAsync(db, await LastAsync(db, code), assessor);

    private static Task<Guid> SheetOfAsync(AppDbContext db, Guid evaluation, string assessor) => db.Sheets.Where(s => s.EvaluationId == evaluation && s.Assessor == assessor).Select(s => s.Id).SingleAsync();

    private static Func<AppDbContext, Guid, Task<int>> Saved(string entity) => (db, _) => db.AuditRecords.CountAsync(r => r.Entity == entity);

    private static HttpContent Content(Deed deed, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (deed.File is null)
        {
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent { { new StringContent(deed.Text), deed.File, "hundred.txt" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private static Func<AppDbContext, Guid, Task<int>> Steps(string trigger) => (db, id) => db.Transitions.CountAsync(t => t.SubjectId == id && t.Trigger == trigger);

    private async Task<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> FilledAsync(HttpClient client, Deed deed, Guid id, string url)
    {
        if (deed.Url.EndsWith("/bid", StringComparison.Ordinal))
        {
            return await BidForm.FilledAsync(client, id, "2000000");
        }

        var page = await client.ReadAsync(url);
        List<(string, string)> typed = [.. deed.Fields];
        if (page.QuerySelector("main [name=Amount]") is not null)
        {
            typed.Add(("Amount", await world.Site.InDatabaseAsync(async db => (await db.Contracts.Include(c => c.Instalments).SingleAsync(c => c.Instalments.Any(i => i.Id == id), Stop)).Instalments.Single(i => i.Id == id).Payable.Yuan.ToString(CultureInfo.InvariantCulture))));
        }

        if (page.QuerySelector("main select[name=Indicator] option:last-child")?.GetAttribute("value") is { } indicator)
        {
            typed.Add(("Indicator", indicator));
        }

        foreach (var list in (string[])["Target", "Site", "Item", "Finance", "EvaluationBody"])
        {
            if (page.QuerySelector($"main form select[name={list}] option:last-child")?.GetAttribute("value") is { } chosen)
            {
                typed.Add((list, chosen));
            }
        }

        // A sheet gets full marks; of the people to choose from, each line gets another one.
        typed.AddRange(page.QuerySelectorAll("[data-item]").SelectMany(i => new[] { ($"points.{i.GetAttribute("data-item")}", i.GetAttribute("data-max")!), ($"comment.{i.GetAttribute("data-item")}", "资料齐全。") }));
        var (action, fields) = Browsing.Filled(page, url, deed.Form, [.. typed]);
        var line = 0;
        return (action, [.. fields.Select(f => f.Key == "Accounts" ? new(f.Key, page.QuerySelectorAll("main select[name=Accounts]")[line].QuerySelectorAll("option")[++line].GetAttribute("value")!) : f)]);
    }

    private async Task<(HttpClient Client, string Url, IReadOnlyList<(string Key, int Sequence, string Points)> Items)> SheetAsync(string assessor)
    {
        var client = await world.Site.SignedInAsync(assessor);
        var url = $"/sheets/{await world.Site.InDatabaseAsync(db => Sample.SheetAsync(db, "HP2024", assessor))}";
        var page = await client.ReadAsync(url);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return (client, url, [.. page.QuerySelectorAll("[data-item]").Select(i => (i.GetAttribute("data-item")!, int.Parse(i.GetAttribute("data-sequence")!, CultureInfo.InvariantCulture), i.QuerySelector("input[name^='points.']")!.GetAttribute("value")!))]);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> SaveAsync(HttpClient client, string url, (string Key, int Sequence, string Points) item, string comment, string user)
    {
        using var answer = await client.PostAsJsonAsync($"{url}/save", new { item = item.Key, points = item.Points, comment, typedOn = item.Sequence, user }, Stop);
        Assert.True(answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal), $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!);
    }

    /// <summary>One form: who sends it about what, and how its effect is counted.</summary>
    private sealed record Deed(string Account, string Project, Func<AppDbContext, string, Task<Guid>> Id, string Url, Func<AppDbContext, Guid, Task<int>> Count)
    {
        public IReadOnlyList<(string Field, string Value)> Fields { get; init; } = [];

        public string Form { get; init; } = "main form[method=post]";

        /// <summary>The field that takes a file.</summary>
        public string? File { get; init; }

        public string Text { get; init; } = "a hundred times, invented";
    }

    public sealed class World : IAsyncLifetime
    {
        public TestSite Site { get; private set; } = null!;

        // An hour later, when the bids of one tender may be opened.
        public async ValueTask InitializeAsync()
        {
            Site = await DemoSite.StartAsync();
            Site.Time.Advance(TimeSpan.FromMinutes(61));
        }

        public ValueTask DisposeAsync() => Site?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
