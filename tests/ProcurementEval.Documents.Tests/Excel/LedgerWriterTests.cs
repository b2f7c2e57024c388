using ClosedXML.Excel;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Tests.Excel;

public sealed class LedgerWriterTests
{
    private static readonly Column[] Columns = [new("date", "日期", 10), new("text", "事项", 30), new("amount", "金额", 15), new("hours", "小时", 10)];

    [Fact]
    public void Write_Rows_ComeBackCellByCell()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Ledger(1000)));

        var sheet = workbook.Worksheet("台账");
        Assert.Equal(1001, sheet.LastRowUsed().RowNumber());
        Assert.Equal("金额", sheet.Cell(1, 3).GetString());
        Assert.Equal(new DateTime(2025, 1, 2), sheet.Cell(2, 1).GetDateTime());
        Assert.Equal("记录1", sheet.Cell(2, 2).GetString());
        Assert.Equal(-1.25, sheet.Cell(2, 3).GetDouble());
        Assert.Equal("\"¥\"#,##0.00;-\"¥\"#,##0.00", sheet.Cell(2, 3).Style.NumberFormat.Format);
        Assert.Equal(0.5, sheet.Cell(2, 4).GetDouble());
        Assert.Equal("记录1000", sheet.Cell(1001, 2).GetString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("\t=1")]
    [InlineData("'=1")]
    [InlineData("$=1+1")]
    public void Write_TextThatBeginsLikeAFormula_StaysText(string text)
    {
        using var stream = new MemoryStream();
        LedgerWriter.Write("台账", [new("t", "头", 10)], [[new TextCell(text)], [new TextCell("常")]], stream);

        using var workbook = new XLWorkbook(stream);

        var cell = workbook.Worksheet(1).Cell(2, 1);
        Assert.False(cell.HasFormula);
        Assert.Equal(text.Trim('\'', '\t'), cell.GetString().Trim('\'', '\t'));
        Assert.Equal(!text.StartsWith('$'), cell.Style.IncludeQuotePrefix);
        Assert.False(workbook.Worksheet(1).Cell(3, 1).Style.IncludeQuotePrefix);
    }

    [Fact]
    public void Write_NoRows_WritesTheHead()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Ledger(0)));

        Assert.Equal("事项", workbook.Worksheet(1).Cell(1, 2).GetString());
    }

    [Fact]
    public void Write_RowOfAnotherLength_IsRefused()
    {
        using var stream = new MemoryStream();

        Assert.Throws<ArgumentException>(() => LedgerWriter.Write("台账", Columns, [[new TextCell("短"), new TextCell(""), new TextCell(""), new TextCell("")], [new TextCell("短")]], stream));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Write_SameRowsTwice_IsEqualByteForByte()
    {
        Assert.Equal(Ledger(50), Ledger(50));
    }

    private static byte[] Ledger(int rows)
    {
        using var stream = new MemoryStream();
        LedgerWriter.Write("台账", Columns, Enumerable.Range(1, rows).Select(IReadOnlyList<Cell> (i) =>
        [
            new DateCell(new DateOnly(2025, 1, 1).AddDays(i)), new TextCell($"记录{i}"), new FigureCell(-1.25m * i, FigureFormat.Money), new FigureCell(0.5m * i, FigureFormat.Count),
        ]), stream);
        return stream.ToArray();
    }
}
