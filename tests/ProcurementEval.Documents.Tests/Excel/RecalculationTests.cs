using System.Globalization;
using ClosedXML.Excel;
using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Documents.Tests.Excel;

public sealed class RecalculationTests
{
    /// <summary>The stored values are taken out first, so that whatever comes back was worked out by LibreOffice.</summary>
    [Fact]
    public void Write_FormulasWorkedOutByLibreOffice_AgreeWithThePrintedFigures()
    {
        var folder = Directory.CreateTempSubdirectory("recalculation");
        try
        {
            var path = Path.Combine(folder.FullName, "report.xlsx");
            File.WriteAllBytes(path, ExcelWriter.Write(Samples.Report()));
            LibreOffice.Recalculate(folder.FullName);

            using var recalculated = new XLWorkbook(Path.Combine(folder.FullName, "out", "report.xlsx"));
            var score = recalculated.Worksheet(1);
            var money = recalculated.Worksheet(2);
            Assert.Equal(["16.25", "16.25", "16.25", "48.75"], Results(score));
            Assert.Equal(["733500.00", "1344750.00", "311737.50", "100.00", "2445000.00", "55012.50", "2389987.50"], Results(money));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Results(IXLWorksheet sheet) => sheet.CellsUsed(cell => cell.HasFormula)
        .Select(cell => System.Convert.ToDecimal(cell.CachedValue, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture));
}
