using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Tables as people paste them from a spreadsheet.</summary>
public class PastedTableTests
{
    private const string Names = "Delivery.Column";
    private readonly ModelStateDictionary state = new();

    [Theory]
    [InlineData("w1\tstation-1\t2024-03-05")]
    [InlineData("日期\t服务点\t指标\n2024-03-05\tstation-1\tw1")]
    [InlineData("Site\tDate\tIndicator\r\nstation-1\t2024-03-05\tw1\r\n")]
    [InlineData("指標\t服務點\t日期\n\nw1\tstation-1\t2024-03-05")]
    public void Read_HeadInAnyLanguageOrNone_ReadsTheSame(string pasted) => Assert.Equal([("w1", "station-1", "2024-03-05")], Read(pasted));

    [Fact]
    public void Read_CellWithLineBreak_StaysOneCell()
    {
        var rows = Read("\"w\"\"1\n two\"\t\"quoted\" only\td");

        Assert.Equal([("w\"1\n two", "\"quoted\" only", "d")], rows);
    }

    // Row 1 is the head, row 3 is empty: the wrong date stands in row 4 of the spreadsheet.
    [Fact]
    public void Read_WrongCell_NamesRowAndColumn()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        new PastedTable("Indicator\tSite\tDate\nw1\ts\t2024-03-05\n\nw1\ts\tyesterday", Names, "target", "site", "date").Read(state, "Rows", r => r.Form.Date("date", r["date"]));

        var error = Assert.Single(state["Rows"]!.Errors);
        Assert.StartsWith("Row 4, Date: ", error.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownColumnOrTooWide_IsRefused()
    {
        Read("指标\t服务点\t日期\t颜色\nw1\ts\td\tred");
        Assert.Equal(1, state.ErrorCount);

        state.Clear();
        Read("w1\ts\td\tred");
        Assert.Equal(1, state.ErrorCount);
    }

    [Fact]
    public void Read_TooManyRows_IsRefusedAsAWhole()
    {
        var rows = Read(string.Join('\n', Enumerable.Repeat("w1\ts\td", PastedTable.MostRows + 1)));

        Assert.Empty(rows);
        Assert.Equal(1, state.ErrorCount);
    }

    private IReadOnlyList<(string Target, string Site, string Date)> Read(string pasted) =>
        new PastedTable(pasted, Names, "target", "site", "date").Read(state, "Rows", r => (r["target"], r["site"], r["date"]));
}
