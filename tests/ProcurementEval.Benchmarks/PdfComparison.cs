using System.Diagnostics;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Pdf;

namespace ProcurementEval.Benchmarks;

/// <summary>PdfWriter against headless Chromium: a process for each document, as a server would start it, or one process for ten documents in one file, so that its start hardly counts.</summary>
internal static class PdfComparison
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Many = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Comparison? EachAlone() => Create(1);

    public static Comparison? ManyAtOnce() => Create(Many);

    private static Comparison? Create(int documents)
    {
        if (!File.Exists(Chromium))
        {
            return null;
        }

        var writer = new PdfWriter(new FontSet());
        var html = ReportHtml.Of(ReportWork.Report, documents);
        var pages = Pages(writer.Write(ReportWork.Report));
        var printed = Pages(Print(html)) / documents;
        return new Comparison($"PdfWriter, {documents} × {pages} pages", $"one Chromium process, {documents} × {printed} pages", () => Write(writer, documents), () => Print(html)) { Rounds = 7, Pieces = documents };
    }

    private static void Write(PdfWriter writer, int documents)
    {
        for (var i = 0; i < documents; i++)
        {
            writer.Write(ReportWork.Report);
        }
    }

    private static byte[] Print(string html)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            File.WriteAllText(source, html);
            string[] flags =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-pdf-header-footer", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
            ];
            using var process = Process.Start(new ProcessStartInfo(Chromium, flags) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.ErrorDataReceived += (_, _) => { };
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
            }

            return File.Exists(target) ? File.ReadAllBytes(target) : throw new InvalidOperationException("Chromium printed nothing.");
        }
        finally
        {
            Remove(folder);
        }
    }

    // A helper of the browser may still write into its profile for a moment.
    private static void Remove(DirectoryInfo folder)
    {
        for (var left = 20; left > 0 && folder.Exists; left--, folder.Refresh())
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }
    }

    // Both files are Skia's, which writes the objects of pages in the clear.
    private static int Pages(ReadOnlySpan<byte> pdf) => pdf.Count("/Type /Page\n"u8);
}
