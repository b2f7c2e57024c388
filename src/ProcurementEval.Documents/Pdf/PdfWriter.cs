using System.Globalization;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>Writes a document as PDF on A4: fonts embedded and cut to what is used, the same bytes for the same document. Safe to share between threads.</summary>
public sealed class PdfWriter(FontSet fonts)
{
    private const float ShortSide = 595.276f;
    private const float LongSide = 841.89f;
    private const float Side = 51;
    private const float Top = 54;
    private const float Foot = 40;

    private static readonly Style MarginStyle = new(7.5f, Color: Palette.Muted, Leading: 1.4f);

    /// <summary>The file's bytes; <see cref="ArgumentException"/> where a row covers more columns than its table has.</summary>
    public byte[] Write(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (width, height) = document.Landscape ? (LongSide, ShortSide) : (ShortSide, LongSide);
        var breaker = new LineBreaker(fonts);
        var line = width - (2 * Side);
        var footer = breaker.Break(document.Footer, line - 110, MarginStyle);
        var rule = height - Foot - (footer.Count * MarginStyle.LineHeight);
        var pages = new Paginator(Top, rule - 12).Place([.. Pieces(document, breaker, line)]);
        var header = breaker.Break(document.Title, line, MarginStyle)[0];
        for (var i = 0; i < pages.Count; i++)
        {
            if (i > 0)
            {
                pages[i].Text(header, Side, Top - 24, line, Align.Left, MarginStyle);
                pages[i].Box(Side, Top - 11, line, 0.4f, Palette.Hairline);
            }

            pages[i].Box(Side, rule - 4, line, 0.4f, Palette.Hairline);
            for (var row = 0; row < footer.Count; row++)
            {
                pages[i].Text(footer[row], Side, rule + (row * MarginStyle.LineHeight), line, Align.Left, MarginStyle);
            }

            var pageOf = breaker.Single(string.Format(CultureInfo.InvariantCulture, document.PageOf, i + 1, pages.Count), MarginStyle);
            pages[i].Text(pageOf, Side, rule, line, Align.Right, MarginStyle);
        }

        return new PdfFile(fonts, width, height).Write(document, pages);
    }

    private static IEnumerable<Piece> Pieces(Document document, LineBreaker breaker, float width)
    {
        var text = new TextSetter(breaker, Side, width);
        var table = new TableSetter(breaker, Side, width);
        var figure = new FigureSetter(breaker, Side, width);
        var onNewPage = false;
        foreach (var piece in text.Title(document.Title))
        {
            yield return piece;
        }

        foreach (var section in document.Sections)
        {
            onNewPage |= section.NewPage;
            foreach (var block in section.Blocks)
            {
                onNewPage |= block is PageBreak;
                var pieces = block switch
                {
                    Heading heading => text.Heading(heading),
                    Paragraph paragraph => text.Paragraph(paragraph),
                    KeyValueList list => text.KeyValues(list),
                    Table rows => table.Set(rows),
                    BarChart chart => figure.Chart(chart),
                    SignatureBlock signatures => figure.Signatures(signatures),
                    _ => [],
                };
                foreach (var piece in pieces)
                {
                    yield return onNewPage ? piece with { OnNewPage = true } : piece;
                    onNewPage = false;
                }
            }
        }
    }
}
