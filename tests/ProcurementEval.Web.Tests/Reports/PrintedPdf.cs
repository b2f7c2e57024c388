using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>A PDF as an independent reader extracts it: its pages' text without white space, and the lines of its tables.</summary>
internal sealed class PrintedPdf
{
    private const double Gap = 4;

    public PrintedPdf(byte[] content)
    {
        using var document = PdfDocument.Open(content);
        Page[] pages = [.. document.GetPages()];
        Pages = [.. pages.Select(p => string.Concat(p.Letters.Select(l => l.Value)).Replace(" ", string.Empty, StringComparison.Ordinal))];
        Lines = [.. pages.SelectMany(LinesOf)];
    }

    public IReadOnlyList<string> Pages { get; }

    /// <summary>Cells of a line are told apart by tabs.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The last figure between a row's title and its working, of every row that begins so.</summary>
    public decimal[] Scores(string begin, int figures) => [.. Lines
        .Select(l => Regex.Match(l, $"^{Regex.Escape(begin)}\t(?:[^\t]+\t)??(?:[0-9,.]+\t){{{figures - 1}}}(?<score>[0-9,]+\\.[0-9]{{2}})(?:\t|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        .Where(m => m.Success)
        .Select(m => decimal.Parse(m.Groups["score"].Value, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> LinesOf(Page page) => page.Letters
        .GroupBy(l => Math.Round(l.StartBaseLine.Y, 1)).OrderByDescending(g => g.Key)
        .Select(g => TextOf([.. g.OrderBy(l => l.StartBaseLine.X)]));

    private static string TextOf(Letter[] letters) => string.Concat(letters.Select((l, i) =>
        i > 0 && l.StartBaseLine.X - letters[i - 1].EndBaseLine.X > Gap ? "\t" + l.Value : l.Value));
}
