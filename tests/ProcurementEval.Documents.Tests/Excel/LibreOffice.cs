using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace ProcurementEval.Documents.Tests.Excel;

/// <summary>Works workbooks out anew: an independent program that knows nothing but the formulas.</summary>
internal static class LibreOffice
{
    private static readonly string[] Places = ["/usr/bin/soffice", "/usr/local/bin/soffice"];

    /// <summary>Takes the stored values out of every workbook of a folder and has LibreOffice write them, worked out, to its folder "out".</summary>
    public static void Recalculate(string folder)
    {
        var office = Places.FirstOrDefault(File.Exists);
        Assert.True(office is not null, "LibreOffice Calc is not installed: install the package libreoffice-calc (tests/run does so).");
        string[] workbooks = [.. Directory.GetFiles(folder, "*.xlsx").Order(StringComparer.Ordinal)];
        Array.ForEach(workbooks, RemoveStoredValues);
        var start = new ProcessStartInfo(office!) { UseShellExecute = false };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), .. workbooks])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(4)));
        Assert.Equal(0, process.ExitCode);
    }

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
            Assert.True(xml != bare || !xml.Contains("</x:f>", StringComparison.Ordinal), $"no stored value was found in {entry.FullName}");
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(entry.FullName).Open());
            writer.Write(bare);
        }
    }
}
