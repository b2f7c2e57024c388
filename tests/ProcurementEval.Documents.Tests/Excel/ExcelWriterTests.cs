using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using ExcelNumberFormat;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Tests.Excel;

public sealed class ExcelWriterTests
{
    [Fact]
    public void Write_Report_MakesASheetForEachSection()
    {
        using var workbook = Open(ExcelWriter.Write(Samples.Report()));

        Assert.Equal(["评估报告", "资金"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.All(workbook.Worksheets, sheet =>
        {
            Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
            Assert.Equal(1, sheet.PageSetup.PagesWide);
            Assert.True(sheet.PageSetup.FirstRowToRepeatAtTop > 0);
        });
    }

    [Theory]
    [InlineData(FigureFormat.Score, "89.5", "0.00", "89.50")]
    [InlineData(FigureFormat.Money, "-1234.5", "\"¥\"#,##0.00;-\"¥\"#,##0.00", "-¥1,234.50")]
    [InlineData(FigureFormat.Percent, "30", "0.00\"%\"", "30.00%")]
    [InlineData(FigureFormat.Count, "35244", "#,##0", "35,244")]
    [InlineData(FigureFormat.Count, "12.5", "#,##0.0", "12.5")]
    public void Write_Figure_IsANumberThatShowsThePrintedText(FigureFormat format, string value, string pattern, string shown)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        var table = Table([new FigureCell(number, format)]);

        using var workbook = Open(ExcelWriter.Write(Samples.With(table)));

        var cell = workbook.Worksheet(1).CellsUsed().Single(cell => cell.DataType == XLDataType.Number);
        Assert.Equal((double)number, cell.GetDouble());
        Assert.Equal(pattern, cell.Style.NumberFormat.Format);
        Assert.Equal(shown, new NumberFormat(cell.Style.NumberFormat.Format).Format(cell.GetDouble(), CultureInfo.InvariantCulture));
        Assert.Equal(shown, FigureText.Of(number, format));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("'=1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void Write_TextThatBeginsLikeAFormula_StaysText(string text)
    {
        using var workbook = Open(ExcelWriter.Write(Samples.With(Table([new TextCell(text)]))));

        var cell = workbook.Worksheet(1).CellsUsed().Single(cell => cell.GetString().Contains(text.Trim()[1..], StringComparison.Ordinal));
        Assert.False(cell.HasFormula);
        Assert.Equal(XLDataType.Text, cell.DataType);
        Assert.True(cell.Style.IncludeQuotePrefix);
        Assert.Equal(text.ReplaceLineEndings("\n"), cell.GetString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Write_Formulas_PointAcrossSheetsAndCarryTheirValues()
    {
        // (80.00 × 0.4 + 91.25 × 0.6) ÷ 1 = 86.75; (80 + 91.25) ÷ 2 = 85.625, rounded 85.63.
        Column[] columns = [new("name", "名", 50), new("score", "分", 50)];
        Document document = new("跨表")
        {
            CreatedAt = Samples.CreatedAt,
            Sections =
            [
                new("一 期's", [new Table("first", columns, [new("a", [Samples.Text("甲"), new FigureCell(80m)])])]),
                new("二期", [new Table("second", columns,
                [
                    new("a", [Samples.Text("甲"), new FigureCell(91.25m)]),
                    new("weighted", [Samples.Text("加权"), new FigureCell(86.75m) { Formula = new([new("first", "a", "score", 0.4m), new("second", "a", "score", 0.6m)]) }]),
                    new("mean", [Samples.Text("均值"), new FigureCell(85.63m) { Formula = new([new("first", "a", "score"), new("second", "a", "score")], 2m) }]),
                ])]),
            ],
        };

        var bytes = ExcelWriter.Write(document);

        using var workbook = Open(bytes);
        var formulas = workbook.Worksheet(2).CellsUsed(cell => cell.HasFormula).Select(cell => cell.FormulaA1).ToList();
        var first = workbook.Worksheet(1).CellsUsed().Single(cell => cell.DataType == XLDataType.Number).Address.ToStringRelative();
        var second = workbook.Worksheet(2).CellsUsed().Single(cell => cell.DataType == XLDataType.Number && !cell.HasFormula).Address.ToStringRelative();
        Assert.Equal([$"ROUND(0.4*'一 期''s'!{first}+0.6*{second},2)", $"ROUND(('一 期''s'!{first}+{second})/2,2)"], formulas);
        var xml = Part(bytes, "xl/worksheets/sheet2.xml");
        Assert.Contains("<x:v>86.75</x:v>", xml, StringComparison.Ordinal);
        Assert.Contains("<x:v>85.63</x:v>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FigureOfAList_PointsAtTheTable()
    {
        var total = new FigureCell(88.5m) { Formula = new([new("t", "r", "c")]) };
        var document = Samples.With(new KeyValueList([new("总分", total)]), Table([new FigureCell(88.5m)]));

        using var workbook = Open(ExcelWriter.Write(document));

        var formula = workbook.Worksheet(1).CellsUsed(cell => cell.HasFormula).Single().FormulaA1;
        var figure = workbook.Worksheet(1).CellsUsed().Single(cell => cell.DataType == XLDataType.Number && !cell.HasFormula);
        Assert.Equal($"ROUND({figure.Address.ToStringRelative()},2)", formula);
    }

    [Fact]
    public void Write_FormulaThatComesToAnotherValue_IsRefused()
    {
        Column[] columns = [new("a", "甲", 50), new("sum", "和", 50)];
        Row row = new("r", [new FigureCell(1.10m), new FigureCell(1.11m) { Formula = new([new("t", "r", "a")]) }]);

        var refusal = Assert.Throws<InvalidOperationException>(() => ExcelWriter.Write(Samples.With(new Table("t", columns, [row]))));

        Assert.Contains("1.11", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FormulaThatPointsAtNothing_IsRefused()
    {
        var table = Table([new FigureCell(1m) { Formula = new([new("t", "no-row", "c")]) }]);

        var refusal = Assert.Throws<InvalidOperationException>(() => ExcelWriter.Write(Samples.With(table)));

        Assert.Contains("no-row", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SpansAndManyTables_FillTheSameWidth()
    {
        Column[] five = [.. Enumerable.Range(1, 5).Select(i => new Column($"c{i}", $"头{i}", i))];
        Column[] two = [new("a", "左", 1), new("b", "右", 1)];
        var document = Samples.With(
            new Table("five", five, [new("r", [Samples.Text("跨三列", 3), new FigureCell(1m), new FigureCell(2m)])]),
            new Table("two", two, [new("r", [Samples.Text("左格"), Samples.Text("右格")])]));

        using var workbook = Open(ExcelWriter.Write(document));

        var sheet = workbook.Worksheet(1);
        Assert.Equal(3, Merged(sheet, "跨三列"));
        Assert.Equal(5, Merged(sheet, "左格") + Merged(sheet, "右格"));
        Assert.Equal(0, sheet.PageSetup.FirstRowToRepeatAtTop);
    }

    [Fact]
    public void Write_SameDocumentTwice_IsEqualByteForByte()
    {
        var bytes = ExcelWriter.Write(Samples.Report());

        Assert.Equal(bytes, ExcelWriter.Write(Samples.Report()));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Contains("2025-06-30T01:30:00Z", Part(bytes, "docProps/core.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ControlCharactersAndRareCharacters_KeepTheFileReadable()
    {
        using var workbook = Open(ExcelWriter.Write(Samples.With(Table([new TextCell("甲\u0001乙\uFFFE𠮷")]))));

        Assert.Contains(workbook.Worksheet(1).CellsUsed(), cell => cell.GetString() == "甲乙𠮷");
    }

    private static Table Table(params Cell[] cells) => new("t", [.. cells.Select((_, i) => new Column(i == 0 ? "c" : $"c{i}", "头", 50))], [new Row("r", cells)]);

    private static int Merged(IXLWorksheet sheet, string text) =>
        sheet.CellsUsed().Single(cell => cell.GetString() == text) is var cell && cell.IsMerged() ? cell.MergedRange().ColumnCount() : 1;

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static string Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
