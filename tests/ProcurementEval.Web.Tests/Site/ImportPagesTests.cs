using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Running contracts of 1,000,000.00 each on the plan of Fengyang: 550,000 at signature, 400,000 after the mid-term, 50,000 after the acceptance; 2024-06-03.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private const string Common = "长沙市芙蓉区|agency|finance|body|fengyang-2023|1";

    private static readonly string[] Contracts =
    [
        $"C-1|P-1|一号站|{Common}|１，０００，０００．００|2024年1月1日|2024-12-31|2023/12/20|1|服务中",
        $"C-2|P-2|二号站|{Common}|100万元|2023-10-01|2024-09-30|2023-09-20|1|Mid-term result final",
        $"C-3|P-3|三号站|{Common}|1,000,000|2023-05-01|2024-04-30|20230420|2|評估結果已定|ZB-2022-7",
    ];

    private static readonly string[] Instalments =
    [
        "C-1|1|540000|10000|迟交材料|F-1|2024-01-10",
        "C-2|1|550000|||F-1|2023-10-10",
        "C-3|1|550000|||F-1|2023-05-10",
        "C-3|2|400000|||F-2|2023-11-20",
    ];

    private static readonly string[] Evaluations =
    [
        "C-2|中期评估||850|良好||2024-04-01",
        "C-3|mid-term||900|||2023-11-01",
        "C-3|final||800.5|||2024-05-10",
    ];

    private TestSite site = null!;
    private HttpClient purchaser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(ChinaTime.At(new DateOnly(2024, 6, 3), new TimeOnly(10, 0)));
        await site.InDatabaseAsync(async db =>
        {
            db.Acting = new Act(Actor.Job("test"), site.Time.GetUtcNow());
            foreach (var (code, kind) in new[] { ("buyer", PartyKind.Purchaser), ("other", PartyKind.Purchaser), ("agency", PartyKind.Agency), ("finance", PartyKind.FinanceBureau), ("body", PartyKind.EvaluationBody) })
            {
                db.Add(new Party(Guid.CreateVersion7(), code, $"{code}（自拟）", kind));
            }

            return await db.SaveChangesAsync();
        });
        await site.AddAccountAsync("buyer", Role.Purchaser, "buyer");
        await site.AddAccountAsync("other", Role.Purchaser, "other");
        await site.AddAccountAsync("agency", Role.Agency, "agency");
        await site.AddAccountAsync("body", Role.Evaluator, "body");
        purchaser = await site.SignedInAsync("buyer");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Import_OfASoundFile_ShowsTotalsFirstAndThenBringsAllInOnce()
    {
        var preview = await PreviewAsync();

        Assert.Equal(0, await CountAsync());
        var page = await purchaser.ReadAsync(preview);
        Assert.Equal(["¥3,000,000.00", "¥2,040,000.00", "¥10,000.00", "¥950,000.00"], page.QuerySelectorAll("#totals [data-figure]").Select(c => c.TextContent));
        site.Copies = 100;
        var first = await purchaser.SubmitAsync(page, preview, "main form[method=post]");
        Assert.Equal((HttpStatusCode.Found, "/contracts"), (first.StatusCode, first.Headers.Location?.ToString()));
        var again = await purchaser.SubmitAsync(page, preview, "main form[method=post]");
        Assert.Equal((HttpStatusCode.Found, 3), (again.StatusCode, await CountAsync()));

        var contracts = await site.InDatabaseAsync(db => db.Contracts.Whole().OrderBy(c => c.Number).ToListAsync());
        Assert.All(contracts, c => Assert.True(c.Balance.AddsUp));
        Assert.Equal([(ContractStage.Delivering, 450_000m), (ContractStage.MidTermRated, 450_000m), (ContractStage.ResultFixed, 50_000m)], contracts.Select(c => (c.Stage, c.Balance.Unpaid.Yuan)));

        // 0.4 × 900 + 0.6 × 800.5 = 840.30
        Assert.Equal((840.30m, "good"), (contracts[2].ResultTotal, contracts[2].ResultGrade));
        Assert.Equal("Import", (await site.InDatabaseAsync(db => db.HistoryOfContract(contracts[0].Id).Where(t => t.Process == "contract").ToListAsync())).Select(t => t.Trigger).Single());
    }

    /// <summary>The second instalment waits for the mid-term, which came in with the contract: it falls due by itself and is claimed.</summary>
    [Fact]
    public async Task Import_OfAContractAfterItsMidTerm_GoesOnByItself()
    {
        await ImportAsync();
        await site.InDatabaseAsync(async db =>
        {
            var contract = await db.Contracts.Whole().SingleAsync(c => c.Number == "C-2");
            var second = contract.Instalments.Single(i => i.Ordinal == 2);
            Assert.Equal(InstalmentStage.Due, second.Stage);
            db.Acting = new Act(Actor.Person("agency"), site.Time.GetUtcNow());
            var calendar = ProcurementEval.Web.Templates.Catalogue.Around(Path.Combine(AppContext.BaseDirectory, "any")).Calendar("china").Value;
            second.Claim(new Invoice("F-2", Money.FromYuan(400_000m), new DateOnly(2024, 6, 3)), new Term(30, Counting.Calendar), calendar, db.Acting.At, db.Acting.By);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(InstalmentStage.Claimed, await site.InDatabaseAsync(db => db.Instalments.Where(i => i.Contract.Number == "C-2" && i.Ordinal == 2).Select(i => i.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Import_OfAResult_IsShownAndPrintedAsImported()
    {
        await ImportAsync();
        var (contract, evaluation) = await site.InDatabaseAsync(async db => (await db.Contracts.Where(c => c.Number == "C-3").Select(c => c.Id).SingleAsync(), await db.Evaluations.Where(e => e.Kind == "final").Select(e => e.Id).SingleAsync()));

        Assert.Contains("没有评分表", (await purchaser.ReadAsync($"/evaluations/{evaluation}")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var url in new[] { $"/contracts/{contract}", "/contracts", $"/reports/contract/{contract}/final.xlsx" })
        {
            Assert.Equal(HttpStatusCode.OK, (await purchaser.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Import_OfAFaultyFile_TellsEveryFaultAtOnceAndStoresNothing()
    {
        await ImportAsync();
        string Row(string number, string title = "某站", string agency = "agency", string plan = "fengyang-2023", string sum = "1000000", string start = "2024-01-01", string end = "2024-12-31", string stage = "服务中") =>
            $"{number}|{number}|{title}|长沙市|{agency}|finance|body|{plan}|1|{sum}|{start}|{end}|2023-12-20|1|{stage}";
        string[] contracts =
        [
            Row("C-1"), Row("X-1", end: "2023-12-31"), Row("X-2", sum: "约一百万"), Row("X-3", agency: "nobody"), Row("X-4", plan: "../plans/fengyang-2023"), Row("X-5", title: string.Empty),
            Row("X-6", stage: "中期评估已定"), Row("X-7", start: "2024-13-45"), Row("X-8"), Row("X-9"), Row("X-10"), Row("X-10"),
        ];
        string[] instalments = ["X-8|1|500000|||F-1|2024-01-10", "X-9|1|550000.01|||F-1|2024-01-10", "X-10|1|540000|10000||F-1|2024-01-10", "Y-1|1|1|||F-1|2024-01-10"];
        string[] evaluations = ["X-8|final||1200|||2024-05-01"];
        var answer = await ImportBook.UploadAsync(purchaser, ImportBook.Fill(await TemplateAsync("zh-CN"), contracts, instalments, evaluations, b => b.Worksheet(1).Cell(1, 18).SetValue("备注")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "合同 1 备注", "合同 2 合同编号", "合同 3 服务结束日", "合同 4 合同金额", "合同 5 承接机构代码", "合同 6 方案", "合同 7 项目名称", "合同 8 已到阶段", "合同 9 服务开始日", "合同 10 已到阶段", "合同 13 合同编号",
                "已付款 2 实付金额", "已付款 3 实付金额", "已付款 4 扣减理由", "已付款 5 合同编号", "已评估 2 总分",
            ],
            FaultsOf(await Browsing.ParseAsync(answer)).Distinct());
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Opening_OfAnImportedTender_IsNotThere()
    {
        await ImportAsync();
        var tender = await site.InDatabaseAsync(db => db.Tenders.Select(t => t.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await purchaser.GetAsync($"/tenders/{tender}/open", TestContext.Current.CancellationToken)).StatusCode);
    }

    // A column holds a hundred characters; a tender without a number of its own takes the contract's and two more.
    [Theory]
    [InlineData(99, 10, 10, 10, "合同 2 合同编号")]
    [InlineData(98, 101, 10, 10, "合同 2 地区")]
    [InlineData(98, 100, 101, 10, "合同 2 采购编号")]
    [InlineData(98, 100, 100, 101, "已付款 2 发票号码")]
    [InlineData(98, 100, 100, 100, null)]
    public async Task Import_OfWordsLongerThanTheirColumns_IsTold(int number, int region, int tender, int invoice, string? fault)
    {
        var contract = new string('C', number);
        var book = ImportBook.Fill(await TemplateAsync("zh-CN"), [$"{contract}|P-1|一号站|{new string('长', region)}|agency|finance|body|fengyang-2023|1|1000000|2024-01-01|2024-12-31|2023-12-20|1|服务中|{new string('T', tender)}"], [$"{contract}|1|550000|||{new string('F', invoice)}|2024-01-10"], []);

        var answer = await ImportBook.UploadAsync(purchaser, book);

        Assert.Equal(fault is null ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(fault is null ? [] : [fault], FaultsOf(await Browsing.ParseAsync(answer)).Where(f => !f.StartsWith("已付款 2 合同编号", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Import_OfThousandsOfFaults_ListsTheFirstAndCountsTheRest()
    {
        string[] empty = [.. Enumerable.Range(0, 60).Select(_ => "||||||||||||||||x")];

        var page = await Browsing.ParseAsync(await ImportBook.UploadAsync(purchaser, ImportBook.Fill(await TemplateAsync("zh-CN"), empty, [], [])));

        // Each of 60 rows lacks 15 columns.
        Assert.Contains("900", page.QuerySelector("#faults h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(500, FaultsOf(page).Count());
        Assert.Contains("400", page.QuerySelector("#faults > p:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "just text", HttpStatusCode.BadRequest)]
    [InlineData("book.xlsx", "just text", HttpStatusCode.UnprocessableEntity)]
    public async Task Import_OfNoWorkbook_IsRefused(string name, string content, HttpStatusCode status) =>
        Assert.Equal(status, (await ImportBook.UploadAsync(purchaser, System.Text.Encoding.UTF8.GetBytes(content), name)).StatusCode);

    [Fact]
    public async Task Import_ByOthers_IsRefused()
    {
        var preview = await PreviewAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync("other")).GetAsync(preview, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("agency")).GetAsync("/imports", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static IEnumerable<string> FaultsOf(IHtmlDocument page) => page.QuerySelectorAll("#faults tbody tr").Select(r => string.Join(' ', r.Children.Take(3).Select(c => c.TextContent)));

    private Task<int> CountAsync() => site.InDatabaseAsync(db => db.Contracts.CountAsync());

    private async Task<byte[]> TemplateAsync(string language) => await (await site.SignedInAsync("buyer", language)).GetByteArrayAsync("/imports/template.xlsx", TestContext.Current.CancellationToken);

    private async Task<string> PreviewAsync()
    {
        var answer = await ImportBook.UploadAsync(purchaser, ImportBook.Fill(await TemplateAsync("en"), Contracts, Instalments, Evaluations));
        Assert.True(answer.StatusCode == HttpStatusCode.Found, string.Join('\n', (await Browsing.ParseAsync(answer)).QuerySelectorAll("#faults tbody tr, main .invalid-feedback, .alert").Select(r => r.TextContent)));
        return answer.Headers.Location!.ToString();
    }

    private async Task ImportAsync() => Assert.Equal(HttpStatusCode.Found, (await purchaser.SubmitAsync(await PreviewAsync())).StatusCode);
}
