using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>Sets titles, headings, paragraphs and label–value lists.</summary>
internal sealed class TextSetter(LineBreaker breaker, float left, float width)
{
    private const float Gutter = 18;

    private static readonly Style TitleStyle = new(18, Bold: true, Leading: 1.4f);
    private static readonly Style LabelStyle = new(8.8f, Color: Palette.Muted);
    private static readonly Style ValueStyle = new(8.8f);

    public IEnumerable<Piece> Title(string text)
    {
        foreach (var line in breaker.Break(text, width - 60, TitleStyle))
        {
            yield return new(TitleStyle.LineHeight, (page, top) => page.Text(line, left, top, width, Align.Center, TitleStyle)) { KeepWithNext = true };
        }

        yield return new(4, (page, top) =>
        {
            page.Box(left, top, width, 1.2f, Palette.Accent);
            page.Box(left, top + 2.4f, width, 0.4f, Palette.Accent);
        })
        {
            Before = 8,
        };
    }

    public IEnumerable<Piece> Heading(Heading heading)
    {
        var (style, before) = heading.Level switch
        {
            1 => (new Style(14, Bold: true), 18),
            2 => (new Style(11.5f, Bold: true), 14),
            _ => (new Style(10, Bold: true), 10),
        };
        return Lines(heading.Text, style, before, after: 3).Select(line => line with { KeepWithNext = true });
    }

    public IEnumerable<Piece> Paragraph(Paragraph paragraph)
    {
        var style = paragraph.Tone switch
        {
            TextTone.Small => new Style(8, Color: Palette.Muted),
            TextTone.Warning => new Style(9.5f, Bold: true, Color: Palette.Warning),
            _ => new Style(9.5f, Leading: 1.65f),
        };
        return Lines(paragraph.Text, style, before: 6, after: 0).Select(line => paragraph.KeepWithNext ? line with { KeepWithNext = true } : line);
    }

    /// <summary>Two pairs a row where both are short, one where it is long.</summary>
    public IEnumerable<Piece> KeyValues(KeyValueList list)
    {
        if (list.Items.Count == 0)
        {
            yield break;
        }

        var half = (width - Gutter) / 2;
        var label = Math.Min(list.Items.Max(item => breaker.Single(item.Label, LabelStyle).Width), half * 0.45f) + 8;
        var frame = new RowFrame(left, width, 3);
        var before = 8f;
        for (var i = 0; i < list.Items.Count; i++, before = 0)
        {
            var first = Pair(list.Items[i], left, label, half);
            var second = i + 1 < list.Items.Count ? Pair(list.Items[i + 1], left + half + Gutter, label, half) : null;
            if (IsShort(first) && second is not null && IsShort(second))
            {
                yield return RowPiece.Of([.. first, .. second], frame) with { Before = before };
                i++;
            }
            else
            {
                yield return RowPiece.Of(IsShort(first) ? first : Pair(list.Items[i], left, label, width), frame) with { Before = before };
            }
        }
    }

    private CellBox[] Pair(KeyValue item, float x, float label, float room) =>
    [
        new(x, label, breaker.Break(item.Label, label - 8, LabelStyle), Align.Left, LabelStyle),
        new(x + label, room - label, breaker.Break(FigureText.Of(item.Value), room - label, ValueStyle), Align.Left, ValueStyle),
    ];

    private static bool IsShort(CellBox[] pair) => pair[1].Lines.Count <= 2;

    // The first two and the last two lines of a paragraph stay together.
    private IEnumerable<Piece> Lines(string text, Style style, float before, float after)
    {
        var lines = breaker.Break(text, width, style);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            yield return new(style.LineHeight + (i == lines.Count - 1 ? after : 0), (page, top) => page.Text(line, left, top, width, Align.Left, style))
            {
                Before = i == 0 ? before : 0,
                KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
            };
        }
    }
}
