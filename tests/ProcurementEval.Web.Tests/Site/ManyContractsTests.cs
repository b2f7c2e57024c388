using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The lists on forty thousand contracts: what they add up to, what narrows them, and how much they ask of the database.</summary>
public sealed class ManyContractsTests(ManyContracts many) : IClassFixture<ManyContracts>
{
    private const int MostStatements = 20;
    private readonly TestSite site = many.Site;

    // Sums: Σ (100,000 + n) for n = 1…40,000 = 4,000,000,000 + 40,000 × 40,001 ÷ 2. Paid: 30,000 first instalments of 30 % of 100,000 = 30,000 each.
    [Fact]
    public async Task List_OfAll_AddsUpToWhatTheSeederSays()
    {
        var page = await (await site.SignedInAsync("auditor")).ReadAsync("/contracts");

        string Figure(string name) => page.QuerySelector($"#totals [data-figure={name}]")!.TextContent;
        Assert.Equal("40,000", Figure("count"));
        Assert.Equal("¥4,800,020,000.00", Figure("sum"));
        Assert.Equal("¥900,000,000.00", Figure("paid"));
        Assert.Equal("¥3,900,020,000.00", Figure("unpaid"));
        Assert.Equal("¥0.00", Figure("deducted"));
    }

    // Purchaser 0 has the even numbers, agency 0 every sixth: 6, 12, … 39,996.
    [Theory]
    [InlineData("purchaser", "/contracts", "20,000")]
    [InlineData("agency", "/contracts", "6,666")]
    [InlineData("auditor", "/contracts?region=%E4%B9%99%E5%8C%BA", "8,000")]
    [InlineData("auditor", "/contracts?stage=Delivering", "3,637")] // n % 11 = 2: 2, 13, … 39,998
    [InlineData("auditor", "/contracts?q=C-39999", "1")]
    [InlineData("auditor", "/contracts?q=c-39999", "1")]
    [InlineData("auditor", "/contracts?q=%25", "0")]
    [InlineData("auditor", "/contracts?stage=7&p=x&sort=drop", "40,000")]
    public async Task List_Narrowed_CountsItsOwn(string account, string url, string count)
    {
        var page = await (await site.SignedInAsync(account)).ReadAsync(url);

        Assert.Equal(count, page.QuerySelector("#totals [data-figure=count]")!.TextContent);
    }

    [Fact]
    public async Task List_SecondPageFromTheDearest_StandsInTheAddress()
    {
        var page = await (await site.SignedInAsync("auditor")).ReadAsync("/contracts?sort=-sum&p=2");

        Assert.Equal("C-39975", page.QuerySelector("main tbody tr td")!.TextContent); // 25 a page
        Assert.Contains("sort=-sum", page.QuerySelector("main .page-head a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAFilter_HasItsRowsAndTheirSum()
    {
        var client = await site.SignedInAsync("purchaser");
        var page = await client.ReadAsync("/contracts?stage=Delivering");

        using var book = new XLWorkbook(await client.GetStreamAsync("/contracts.xlsx?stage=Delivering", TestContext.Current.CancellationToken));

        var sheet = book.Worksheets.Single();
        var rows = sheet.RowsUsed().Skip(1).ToArray();
        var sum = sheet.Row(1).CellsUsed().Single(c => c.GetString() == "合同金额").Address.ColumnNumber;
        Assert.Equal(page.QuerySelector("#totals [data-figure=count]")!.TextContent, rows.Length.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(page.QuerySelector("#totals [data-figure=sum]")!.TextContent, rows.Sum(r => r.Cell(sum).GetValue<decimal>()).ToString("¥#,##0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("auditor", "/contracts")]
    [InlineData("auditor", "/contracts?q=%E9%A1%B9%E7%9B%AE&stage=Delivering&region=%E4%B9%99%E5%8C%BA&method=OpenTender&late=1&sort=-sum")]
    [InlineData("purchaser", "/contracts?late=1")]
    [InlineData("agency", "/contracts")]
    [InlineData("leader", "/contracts")]
    [InlineData("auditor", "/contracts.xlsx?stage=Settled")]
    [InlineData("auditor", "/")]
    [InlineData("purchaser", "/")]
    [InlineData("finance", "/")]
    [InlineData("agency", "/")]
    [InlineData("leader", "/")]
    [InlineData("purchaser", "/contracts/00000002-0000-8000-8000-000000000003")]
    [InlineData("leader", "/contracts/00000002-0000-8000-8000-000000000003")]
    public async Task Page_OfMany_AsksAtMostTwentyStatements(string account, string url)
    {
        var client = await site.SignedInAsync(account);
        using var statements = await site.InDatabaseAsync(db => Task.FromResult(new Statements(db.Database.GetDbConnection())));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var answer = await client.GetAsync(url, TestContext.Current.CancellationToken);

        var sent = statements.Take();
        TestContext.Current.TestOutputHelper?.WriteLine($"{account} {url}: {sent.Count} statements, {clock.ElapsedMilliseconds} ms");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(sent.Count, 1, MostStatements);
    }

    [Fact]
    public async Task Seeded_Contracts_KeepTheRulesOfSums()
    {
        var contracts = await site.InDatabaseAsync(db => db.Contracts.WithoutSheets().OrderBy(c => c.Number).Take(300).ToListAsync());

        Assert.Equal(300, contracts.Count);
        Assert.All(contracts, c => Assert.Equal(c.Sum, c.Instalments.Sum(i => i.Planned)));
        Assert.All(contracts, c => Assert.True(c.Balance.AddsUp));
    }
}
