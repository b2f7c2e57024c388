using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using ProcurementEval.Documents.Tests.Excel;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>What a walk publishes says the same in summary.json, in the PDF's text and in the workbooks, and adds up in each.</summary>
public sealed class AgreementTests(WalkedCases walked) : IClassFixture<WalkedCases>
{
    public static TheoryData<string> Cases => [.. WalkedCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_EveryParent_IsTheSumOfItsChildren(string name)
    {
        foreach (var result in walked[name].Reports.SelectMany(r => r.Results))
        {
            Assert.All(result.AllNodes().Where(n => n.Items.Count > 0), n => Assert.Equal(n.Items.Sum(i => i.Score), n.Score));
            Assert.Equal(result.Nodes.Sum(n => n.Score), result.Sum);
        }

        foreach (var bid in walked[name].Summary.GetProperty("tender").GetProperty("bids").EnumerateArray().Where(b => b.GetProperty("valid").GetBoolean()))
        {
            Assert.Equal(Figure(bid, "total"), bid.GetProperty("factors").EnumerateArray().Sum(f => Figure(f, "weighted")));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pdf_EveryParent_IsTheSumOfItsChildren(string name)
    {
        foreach (var report in walked[name].Reports)
        {
            var (pdf, figures, count) = (Pdf(name, report), FiguresOf(report.Template), report.Results.Count);
            var totals = pdf.Scores("总分", FiguresOfTotal);
            var tops = report.Template.Indicators.Select(i => pdf.Scores(i.Code, figures)).ToArray();
            Assert.Equal(count, totals.Length);
            for (var at = 0; at < count; at++)
            {
                Assert.Equal(totals[at], tops.Sum(t => t[at]));
                foreach (var parent in report.Template.Indicators.SelectMany(i => i.SelfAndDescendants()).Where(i => !i.IsLeaf))
                {
                    Assert.Equal(pdf.Scores(parent.Code, FiguresOfTotal)[at], parent.Items.Sum(c => pdf.Scores(c.Code, c.IsLeaf ? figures : FiguresOfTotal)[at]));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pdf_EachIndicatorAndItsFigure_StandOnceInEachTable(string name)
    {
        foreach (var report in walked[name].Reports)
        {
            var text = string.Concat(Pdf(name, report).Pages);
            foreach (var indicator in report.Template.Indicators.SelectMany(i => i.SelfAndDescendants()))
            {
                var words = $"{indicator.Code}{indicator.Title}".Replace(" ", string.Empty, StringComparison.Ordinal);
                var max = indicator.Max.ToString("#,##0.##", CultureInfo.InvariantCulture);
                var rows = Regex.Count(text, $"{Regex.Escape(words)}{Regex.Escape(max)}[0-9,]+\\.[0-9]{{2}}", RegexOptions.None, TimeSpan.FromSeconds(5));
                Assert.True(rows == report.Results.Count, $"{report.Name}: {indicator.Code} {indicator.Title} stands {rows} times in {report.Results.Count} tables");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pdf_EveryPage_IsNumberedAndHasNoUnknownCharacter(string name)
    {
        foreach (var report in walked[name].Reports)
        {
            var pages = Pdf(name, report).Pages;
            Assert.All(pages, (page, i) => Assert.Contains($"第{i + 1}页，共{pages.Count}页", page, StringComparison.Ordinal));
            Assert.All(pages, page => Assert.Equal(-1, page.IndexOfAny(['\uFFFD', '□', '\0'])));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_AreEqualInSummaryPdfAndWorkbook(string name)
    {
        foreach (var report in walked[name].Reports)
        {
            using var book = Workbook(walked[name].Files[$"{report.Name}.xlsx"]);
            var pdf = Pdf(name, report);
            for (var at = 0; at < report.Results.Count; at++)
            {
                var (result, sheet) = (report.Results[at], book.Worksheet(at + 2));
                foreach (var node in result.AllNodes())
                {
                    Assert.Equal(node.Score, pdf.Scores(node.Code, node.Items.Count > 0 ? FiguresOfTotal : FiguresOf(report.Template))[at]);
                    Assert.Equal(node.Score, Score(sheet, sheet.Column(1), node.Code));
                }

                Assert.Equal(result.Total, pdf.Scores("总分", FiguresOfTotal)[at]);
                Assert.Equal(result.Total, Score(sheet, sheet.Column(2), "总分"));
                if (report.Template.Bands.FirstOrDefault(b => b.Grade == result.Grade) is { } band)
                {
                    Assert.Equal(band.Name, pdf.Lines.Where(l => l.StartsWith("等级\t", StringComparison.Ordinal) && l.Contains('（', StringComparison.Ordinal)).ElementAt(at).Split('\t', '（')[1]);
                    Assert.StartsWith(band.Name, sheet.CellsUsed(c => c.GetString() == "等级").Last().CellRight().GetString(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Summary_TotalsAndGrades_AreThoseOfTheReports(string name)
    {
        var summary = walked[name].Summary;
        var printed = walked[name].Reports.Skip(1).SelectMany(r => r.Results).Select(r => (r.Total, r.Grade));
        Assert.Equal(printed, summary.GetProperty("evaluations").EnumerateArray().Select(e => (Figure(e, "total"), e.GetProperty("grade").GetString())));
        var ranked = summary.GetProperty("tender").GetProperty("bids").EnumerateArray().Where(b => b.GetProperty("valid").GetBoolean()).OrderBy(b => b.GetProperty("rank").GetInt32());
        Assert.Equal(walked[name].Reports[0].Results.Select(r => r.Total), ranked.Select(b => Figure(b, "total")));
    }

    /// <summary>One run of LibreOffice works out all workbooks of all cases, from which the stored values were taken first.</summary>
    [Fact]
    public void Workbooks_WorkedOutByLibreOffice_AgreeInEveryFormula()
    {
        var folder = Directory.CreateTempSubdirectory("agreement-");
        try
        {
            var files = walked.All.SelectMany(c => c.Value.Files.Where(f => f.Key.EndsWith(".xlsx", StringComparison.Ordinal)).Select(f => (Name: $"{c.Key}-{f.Key}", Content: f.Value))).ToArray();
            Assert.Equal(20, files.Length);
            Array.ForEach(files, f => File.WriteAllBytes(Path.Combine(folder.FullName, f.Name), f.Content));
            LibreOffice.Recalculate(folder.FullName);
            foreach (var (file, content) in files)
            {
                using var stored = Workbook(content);
                using var anew = new XLWorkbook(Path.Combine(folder.FullName, "out", file));
                var formulas = stored.Worksheets.SelectMany(s => s.CellsUsed(c => c.HasFormula)).ToArray();
                Assert.NotEmpty(formulas);
                Assert.All(formulas, c => Assert.Equal(Value(c), Value(anew.Worksheet(c.Worksheet.Name).Cell(c.Address.ToString()!))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Maximum and score; leaves of a template that marks on another scale have their mark between them.
    private const int FiguresOfTotal = 2;

    private static int FiguresOf(Template template) => template.Leaves().Any(l => l.MarkedOutOf is not null) ? 3 : FiguresOfTotal;

    private PrintedPdf Pdf(string name, PrintedTable report) => new(walked[name].Files[$"{report.Name}.pdf"]);

    private static XLWorkbook Workbook(byte[] content) => new(new MemoryStream(content));

    private static decimal Figure(JsonElement element, string property) => decimal.Parse(element.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);

    private static decimal Value(IXLCell cell) => Math.Round(Convert.ToDecimal(cell.HasFormula ? cell.CachedValue : cell.Value, CultureInfo.InvariantCulture), 2);

    // The table's own head tells the column; the row is the one below it that begins with the code.
    private static decimal Score(IXLWorksheet sheet, IXLColumn column, string begin)
    {
        var head = sheet.Column(1).CellsUsed(c => c.GetString() == "编号").First().Address.RowNumber;
        var score = sheet.Row(head).CellsUsed(c => c.GetString() is "得分" or "加权得分").Single().Address.ColumnNumber;
        var row = column.CellsUsed(c => c.Address.RowNumber > head && c.GetString() == begin).First().Address.RowNumber;
        return Value(sheet.Cell(row, score));
    }
}
