using ProcurementEval.Documents.Excel;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Web.Features.Imports;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Site;

public class ImportReaderTests
{
    [Fact]
    public void Rows_OfHeadsInThreeLanguagesAndAnyOrder_AreRead()
    {
        var faults = new List<ImportFault>();

        var rows = ImportTable.Rows(ImportSheet.Instalments, [new("已付款", [["Paid", "合同編號", " 第几期 ", "ＰＡＩＤ ＯＮ"], [], ["5,000", "C-1", "２", "2024.3.1"]])], faults);

        Assert.Empty(faults);
        var row = Assert.Single(rows);
        Assert.Equal((3, "C-1", 2, 5_000m, new DateOnly(2024, 3, 1)), (row.Number, row.Code("contract"), row.Whole("ordinal", 1, 9), row.Sum("paid").Yuan, row.Day("paidOn")));
        Assert.True(row.IsReadable);
    }

    [Fact]
    public void Rows_OfASheetThatLacksColumns_NameThemAll()
    {
        var faults = new List<ImportFault>();

        Assert.Empty(ImportTable.Rows(ImportSheet.Instalments, [new("Paid instalments", [["Paid", "Paid", "Colour"], ["1"]])], faults));

        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, f => f is { Row: 1, Column: "Colour" } && f.Sentence == SiteText.Of("Imports.ColumnUnknown"));
        Assert.Equal(3, faults.Count(f => f.Sentence == SiteText.Of("Imports.ColumnMissing")));
    }

    [Fact]
    public void Line_OfUnreadableCells_TellsEachOfThem()
    {
        var row = new ImportRow(ImportSheet.Contracts, 7, new Dictionary<string, string> { ["number"] = "C-1", ["sum"] = "much", ["start"] = "soon", ["stage"] = "somewhere" });

        var line = new ContractLine(row);

        Assert.Equal(ContractStage.Signed, line.Stage);
        Assert.False(row.IsReadable);
        Assert.Equal(14, row.Faults.Count());
        Assert.All(row.Faults, f => Assert.Equal(7, f.Row));
    }
}
