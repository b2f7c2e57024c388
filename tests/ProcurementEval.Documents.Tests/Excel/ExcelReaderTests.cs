using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Documents.Tests.Excel;

/// <summary>Workbooks as people upload them.</summary>
public class ExcelReaderTests
{
    [Fact]
    public void Read_DatesFiguresFormulas_AreText()
    {
        using var file = Saved(sheet =>
        {
            sheet.Cell(1, 1).Value = "日期";
            sheet.Cell(3, 1).Value = new DateTime(2024, 3, 5, 0, 0, 0, DateTimeKind.Unspecified);
            sheet.Cell(3, 2).Value = 12.5;
            sheet.Cell(3, 3).FormulaA1 = "=B3*2";
            sheet.Cell(3, 4).Value = "👵 王";
        });

        var rows = ExcelReader.Read(file, 10, 10);

        Assert.Equal([["日期"], [], ["2024-03-05", "12.5", "25", "👵 王"]], rows);
    }

    [Fact]
    public void Read_MoreRowsThanAllowed_Throws()
    {
        using var file = Saved(sheet => sheet.Cell(11, 1).Value = "x");

        Assert.Throws<InvalidDataException>(() => ExcelReader.Read(file, 10, 10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb\n")]
    [InlineData("PK\u0003\u0004 and then nothing of a workbook")]
    public void Read_NoWorkbook_Throws(string content)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));

        Assert.Throws<InvalidDataException>(() => ExcelReader.Read(file, 10, 10));
    }

    [Fact]
    public void Read_ArchiveOfSomethingElse_Throws()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("notes.txt").Open();
            entry.Write("nothing"u8);
        }

        Assert.Throws<InvalidDataException>(() => ExcelReader.Read(file, 10, 10));
    }

    private static MemoryStream Saved(Action<IXLWorksheet> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook.Worksheets.Add("记录"));
        var file = new MemoryStream();
        workbook.SaveAs(file, new SaveOptions { EvaluateFormulasBeforeSaving = true });
        file.Position = 0;
        return file;
    }
}
