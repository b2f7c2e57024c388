using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Documents.Tests.Excel;

public sealed class RecalculationTests
{
    private static readonly string[] Offices = ["/usr/bin/soffice", "/usr/local/bin/soffice"];

    /// <summary>The stored values are taken out first, so that whatever comes back was worked out by LibreOffice.</summary>
    [Fact]
    public void Write_FormulasWorkedOutByLibreOffice_AgreeWithThePrintedFigures()
    {
        var office = Offices.FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "LibreOffice Calc is not installed.");
        var folder = Directory.CreateTempSubdirectory("recalculation");
        try
        {
            var path = Path.Combine(folder.FullName, "report.xlsx");
            File.WriteAllBytes(path, ExcelWriter.Write(Samples.Report()));
            RemoveStoredValues(path);
            Convert(office!, folder.FullName, path);

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

    private static void RemoveStoredValues(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
        {
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            var bare = Regex.Replace(xml, "(?<f></x:f>)<x:v>[^<]*</x:v>", "${f}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            Assert.NotEqual(xml, bare);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(entry.FullName).Open());
            writer.Write(bare);
        }
    }

    private static void Convert(string office, string folder, string path)
    {
        var start = new ProcessStartInfo(office) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), path])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)));
        Assert.Equal(0, process.ExitCode);
    }
}
