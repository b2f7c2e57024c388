using System.Globalization;
using System.IO.Compression;
using AngleSharp.Dom;
using ClosedXML.Excel;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Web.Tests.Reports;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The page of a contract, its workbooks and its PDF say the same of the same evaluation and of its money.</summary>
public sealed class PageAndFilesTests(RenewedContract renewed) : IClassFixture<RenewedContract>
{
    private readonly TestSite site = renewed.Site;
    private readonly Guid id = renewed.Contract;

    // The figures are those worked out by hand in the header of case 1.
    [Theory]
    [InlineData("mid-term", "81.59 82.12 82.66")]
    [InlineData("final", "94.93 93.89 93.63")]
    public async Task Evaluation_OnPageInPdfAndInWorkbook_HasEqualTotals(string kind, string totals)
    {
        var client = await site.SignedInAsync("xinhu-street");
        var page = await client.ReadAsync($"/contracts/{id}");
        var pdf = new PrintedPdf(await client.GetByteArrayAsync($"/reports/contract/{id}/{kind}.pdf", TestContext.Current.CancellationToken));
        using var book = new XLWorkbook(await client.GetStreamAsync($"/reports/contract/{id}/{kind}.xlsx", TestContext.Current.CancellationToken));

        string[] onPage = [.. page.QuerySelectorAll($"#results tr[data-kind={kind}] [data-figure=total]").Select(c => c.TextContent.Trim())];
        string[] inPdf = [.. pdf.Scores("总分", 2).Select(Text)];
        string[] inBook = [.. Enumerable.Range(2, onPage.Length).Select(n => Text(Total(book.Worksheet(n))))];
        Assert.Equal(totals.Split(' '), onPage);
        Assert.Equal(onPage, inPdf);
        Assert.Equal(onPage, inBook);
        string[] grades = [.. page.QuerySelectorAll($"#results tr[data-kind={kind}] [data-figure=grade]").Select(c => c.TextContent.Trim())];
        Assert.Equal(grades, pdf.Lines.Where(l => l.StartsWith("等级\t", StringComparison.Ordinal) && l.Contains('（', StringComparison.Ordinal)).Take(onPage.Length).Select(l => l.Split('\t', '（')[1]));
    }

    // The walk prints what it holds in memory, the site what is stored.
    [Theory]
    [InlineData("mid-term", "pdf")]
    [InlineData("mid-term", "xlsx")]
    [InlineData("final", "pdf")]
    [InlineData("final", "xlsx")]
    public async Task Report_FromStoredData_IsTheWalksToTheByte(string kind, string format)
    {
        var client = await site.SignedInAsync("xinhu-finance");

        var printed = await client.GetByteArrayAsync($"/reports/contract/{id}/{kind}.{format}", TestContext.Current.CancellationToken);

        var walked = renewed.Files[$"{kind}-report.{format}"];
        if (format == "xlsx")
        {
            Assert.Equal(Parts(walked), Parts(printed));
        }

        Assert.Equal(walked, printed);
    }

    // 282.45 ÷ 3 = 94.15
    [Fact]
    public async Task Result_OnPageAndInPdf_IsTheSame()
    {
        var client = await site.SignedInAsync("auditor");
        var page = await client.ReadAsync($"/contracts/{id}");
        var pdf = new PrintedPdf(await client.GetByteArrayAsync($"/reports/contract/{id}/final.pdf", TestContext.Current.CancellationToken));

        Assert.Equal("94.15", page.QuerySelector("[data-figure=result]")!.TextContent);
        Assert.Contains("94.15", string.Concat(pdf.Pages), StringComparison.Ordinal);
    }

    // 2,445,000 × 30, 55, 15 %.
    [Fact]
    public async Task Money_OnPageAndInWorkbook_IsEqualAndAddsUp()
    {
        var client = await site.SignedInAsync("mingde");
        var page = await client.ReadAsync($"/contracts/{id}");
        using var book = new XLWorkbook(await client.GetStreamAsync($"/reports/contract/{id}/money.xlsx", TestContext.Current.CancellationToken));

        var sheet = book.Worksheet(1);
        string[] onPage = [.. page.QuerySelectorAll("#instalments [data-figure=paid]").Select(c => c.TextContent.Trim())];
        Assert.Equal(["¥733,500.00", "¥1,344,750.00", "¥366,750.00"], onPage);
        var figures = sheet.CellsUsed(c => c.TryGetValue<decimal>(out _)).Select(c => Text(c.GetValue<decimal>())).ToHashSet();
        Assert.All(onPage, f => Assert.Contains(f.Replace("¥", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal), figures));
        Assert.Equal("¥2,445,000.00", page.QuerySelector("#balance [data-figure=paid]")!.TextContent);
        Assert.Equal("¥0.00", page.QuerySelector("#balance [data-figure=unpaid]")!.TextContent);
    }

    // What differs is easier read in a part than in an archive.
    private static string[] Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return $"{e.FullName}: {reader.ReadToEnd()}";
        })];
    }

    private static decimal Total(IXLWorksheet sheet)
    {
        var head = sheet.Column(1).CellsUsed(c => c.GetString() == "编号").First().Address.RowNumber;
        var column = sheet.Row(head).CellsUsed(c => c.GetString() == "得分").Single().Address.ColumnNumber;
        var row = sheet.Column(2).CellsUsed(c => c.Address.RowNumber > head && c.GetString() == "总分").First().Address.RowNumber;
        var cell = sheet.Cell(row, column);
        return Convert.ToDecimal(cell.HasFormula ? cell.CachedValue : cell.Value, CultureInfo.InvariantCulture);
    }

    private static string Text(decimal figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Case 1 at the end of its life.</summary>
public sealed class RenewedContract : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public Guid Contract { get; private set; }

    /// <summary>What the walk itself would leave as files.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    public async ValueTask InitializeAsync() => (Site, Contract) = await WalkedSite.StartAsync("xinhu-2024", until: null, new(2025, 12, 1),
        walk => Files = new WalkReports(walk, auditRoot: null, new FontSet()).All().ToDictionary(f => f.Name, f => f.Content));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
