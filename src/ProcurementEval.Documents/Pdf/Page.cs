using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>What stands on one page, recorded before it is drawn: fonts are subset to the text of all pages.</summary>
internal sealed class Page
{
    private readonly List<TextMark> _texts = [];
    private readonly List<BoxMark> _boxes = [];

    public IReadOnlyList<TextMark> Texts => _texts;

    public IReadOnlyList<BoxMark> Boxes => _boxes;

    public void Box(float x, float y, float width, float height, uint color) => _boxes.Add(new(x, y, width, height, color));

    /// <summary>A line of text whose line box begins at <paramref name="top"/>, placed within a width.</summary>
    public void Text(Line line, float x, float top, float width, Align align, Style style)
    {
        var shift = align switch
        {
            Align.Right => width - line.Width,
            Align.Center => (width - line.Width) / 2,
            _ => 0,
        };

        // Chinese type fills its em square from 0.88 above the baseline to 0.12 below it.
        var baseline = top + ((style.LineHeight - style.Size) / 2) + (0.88f * style.Size);
        _texts.Add(new(x + shift, baseline, line.Text, style));
    }
}

internal sealed record TextMark(float X, float Baseline, string Text, Style Style);

internal sealed record BoxMark(float X, float Y, float Width, float Height, uint Color);
