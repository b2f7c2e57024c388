using System.Text;
using ProcurementEval.Documents.Fonts;

namespace ProcurementEval.Documents.Pdf;

/// <summary>One line and its width in points.</summary>
internal readonly record struct Line(string Text, float Width);

/// <summary>
/// Breaks text into lines by the Chinese rules (避头尾): no closing mark at the start of a line, no opening mark at its end,
/// never inside a Latin word or a number. A word wider than the line is cut.
/// </summary>
internal sealed class LineBreaker(FontSet fonts)
{
    private const string Closing = "，。、；：？！）」』】》〉”’〕］｝〗％…—～·々ー℃°‰%)]},.;:!?";
    private const string Opening = "（「『【《〈“‘〔［｛〖￥＄¥$([{№#";
    private const string Operators = "=×÷−→≤≥≈";

    public IReadOnlyList<Line> Break(string text, float width, Style style)
    {
        var lines = new List<Line>();
        foreach (var paragraph in fonts.Printable(text.ReplaceLineEndings("\n"), style.Bold).Split('\n'))
        {
            BreakParagraph(paragraph, width, style, lines);
        }

        return lines;
    }

    public Line Single(string text, Style style)
    {
        var printable = fonts.Printable(text.ReplaceLineEndings(" "), style.Bold);
        return new(printable, Measure(printable, style));
    }

    private void BreakParagraph(string text, float width, Style style, List<Line> lines)
    {
        var start = 0;
        var used = 0f;
        for (var at = 0; at < text.Length;)
        {
            var end = UnitEnd(text, at);
            var unit = Measure(text.AsSpan(at, end - at).TrimEnd(' '), style);
            if (used > 0 && used + unit > width)
            {
                lines.Add(Trimmed(text[start..at], style));
                start = at;
                used = 0;
            }

            if (unit > width)
            {
                start = Cut(text, start, end, width, style, lines);
                used = Measure(text.AsSpan(start, end - start), style);
            }
            else
            {
                used += Measure(text.AsSpan(at, end - at), style);
            }

            at = end;
        }

        lines.Add(Trimmed(text[start..], style));
    }

    // A unit is what must stay on one line: a word or a character with the marks that belong to it, and the spaces after it.
    private static int UnitEnd(string text, int start)
    {
        var at = start;
        do
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }
        while (at < text.Length && !MayBreak(text, at));
        return at;
    }

    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return after != ' '
            && !Closing.Contains(after, StringComparison.Ordinal)
            && !Opening.Contains(before, StringComparison.Ordinal)
            && (before == ' ' || Operators.Contains(after, StringComparison.Ordinal) || IsIdeographic(before) || IsIdeographic(after));
    }

    private static bool IsIdeographic(char letter) => letter is >= '\u2E80' or (>= '\u2500' and <= '\u27BF');

    private int Cut(string text, int start, int end, float width, Style style, List<Line> lines)
    {
        var used = 0f;
        for (var at = start; at < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var advance = fonts.Advance(rune.Value, style.Bold) * style.Size;
            if (used > 0 && used + advance > width)
            {
                lines.Add(Trimmed(text[start..at], style));
                start = at;
                used = 0;
            }

            used += advance;
            at += length;
        }

        return start;
    }

    private Line Trimmed(string text, Style style)
    {
        var trimmed = text.TrimEnd(' ');
        return new(trimmed, Measure(trimmed, style));
    }

    private float Measure(ReadOnlySpan<char> text, Style style)
    {
        var width = 0f;
        foreach (var rune in text.EnumerateRunes())
        {
            width += fonts.Advance(rune.Value, style.Bold);
        }

        return width * style.Size;
    }
}
