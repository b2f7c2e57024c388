using System.Globalization;
using System.Net;
using System.Text;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Benchmarks;

/// <summary>The same document as a page that a browser prints: same fonts, repeated table heads, numbered pages.</summary>
internal sealed class ReportHtml
{
    private readonly StringBuilder html = new();

    /// <summary>The document so many times, each from a new page.</summary>
    public static string Of(Document document, int copies)
    {
        var writer = new ReportHtml();
        writer.Head(document);
        for (var i = 0; i < copies; i++)
        {
            writer.Body(document);
        }

        return writer.html.Append("</body></html>").ToString();
    }

    private void Head(Document document)
    {
        var fonts = new Uri(Path.Combine(AppContext.BaseDirectory, "fonts") + Path.DirectorySeparatorChar).AbsoluteUri;
        html.Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").Append(Safe(document.Title)).Append("</title><style>")
            .Append(CultureInfo.InvariantCulture, $$"""
            @font-face { font-family: Report; src: url({{fonts}}NotoSansSC_400Regular.ttf) }
            @font-face { font-family: Report; font-weight: bold; src: url({{fonts}}NotoSansSC_700Bold.ttf) }
            @page { size: A4; margin: 19mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Report } }
            body { font: 8.5pt/1.35 Report; margin: 0 } article { break-after: page } table { width: 100%; border-collapse: collapse }
            tr { break-inside: avoid } th, td { text-align: left; vertical-align: top; padding: 3pt; border-bottom: 0.5pt solid #cbd2d9; white-space: pre-line }
            .bar { background: #e6ebf0; height: 7pt } .bar div { background: #2f5d8a; height: 7pt } footer { font-size: 7.5pt }
            """)
            .Append("</style></head><body>");
    }

    private void Body(Document document)
    {
        html.Append("<article><h1>").Append(Safe(document.Title)).Append("</h1>");
        foreach (var block in document.Sections.SelectMany(s => s.Blocks))
        {
            Put(block);
        }

        html.Append("<footer>").Append(Safe(document.Footer)).Append("</footer></article>");
    }

    private void Put(Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append("<h2>").Append(Safe(heading.Text)).Append("</h2>");
                break;
            case Paragraph paragraph:
                html.Append("<p>").Append(Safe(paragraph.Text)).Append("</p>");
                break;
            case KeyValueList list:
                Rows(list.Items.Select(i => (IReadOnlyList<Cell>)[new TextCell(i.Label), i.Value]));
                break;
            case Table table:
                html.Append("<h3>").Append(Safe(table.Title ?? string.Empty)).Append("</h3>");
                Rows(table.Rows.Select(r => r.Cells), table.Columns);
                break;
            case BarChart chart:
                html.Append("<h3>").Append(Safe(chart.Title)).Append("</h3>");
                foreach (var bar in chart.Bars)
                {
                    html.Append(Safe(bar.Label)).Append("<div class=\"bar\"><div style=\"width:").Append((int)(bar.Value / bar.Full * 100)).Append("%\"></div></div>");
                }

                break;
            case SignatureBlock signatures:
                html.Append("<h3>").Append(Safe(signatures.Title)).Append("</h3>");
                Rows(signatures.Signatures.Select(s => (IReadOnlyList<Cell>)[new TextCell(s.Role), new TextCell(s.Name ?? string.Empty), new TextCell(signatures.DateBlank)]));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "The benchmark's report has no such block.");
        }
    }

    private void Rows(IEnumerable<IReadOnlyList<Cell>> rows, IReadOnlyList<Column>? columns = null)
    {
        html.Append("<table>");
        if (columns is not null)
        {
            html.Append("<thead><tr>").AppendJoin(string.Empty, columns.Select(c => $"<th>{Safe(c.Head)}</th>")).Append("</tr></thead>");
        }

        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin(string.Empty, row.Select(c => $"<td colspan=\"{c.Span}\">{Safe(FigureText.Of(c))}</td>")).Append("</tr>");
        }

        html.Append("</table>");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
