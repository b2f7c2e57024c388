using System.Globalization;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>Sets bar charts and the lines to sign on.</summary>
internal sealed class FigureSetter(LineBreaker breaker, float left, float width)
{
    private const float BarHeight = 7;
    private const float SignatureHeight = 28;

    private static readonly Style TitleStyle = new(10.5f, Bold: true);
    private static readonly Style LabelStyle = new(8.5f, Leading: 1.35f);
    private static readonly Style HintStyle = new(8, Color: Palette.Muted);

    public IEnumerable<Piece> Chart(BarChart chart)
    {
        yield return Title(chart.Title, keep: chart.Bars.Count > 0);
        var label = width * 0.34f;
        var figure = width * 0.2f;
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var bar = chart.Bars[i];
            var lines = breaker.Break(bar.Label, label - 10, LabelStyle);
            var text = breaker.Single($"{FigureText.Of(bar.Value, bar.Format)} / {FigureText.Of(bar.Full, bar.Format)}", LabelStyle);
            var share = bar.Full > 0 ? (float)Math.Clamp(bar.Value / bar.Full, 0, 1) : 0;
            var height = (lines.Count * LabelStyle.LineHeight) + 5;
            yield return new(height, (page, top) =>
            {
                for (var row = 0; row < lines.Count; row++)
                {
                    page.Text(lines[row], left, top + 2.5f + (row * LabelStyle.LineHeight), label, Align.Left, LabelStyle);
                }

                var length = width - label - figure;
                page.Box(left + label, top + ((height - BarHeight) / 2), length, BarHeight, Palette.Track);
                page.Box(left + label, top + ((height - BarHeight) / 2), length * share, BarHeight, Palette.Accent);
                page.Text(text, left + width - figure, top + ((height - LabelStyle.LineHeight) / 2), figure, Align.Right, LabelStyle);
            })
            {
                KeepWithNext = i == 0 && chart.Bars.Count > 1,
            };
        }
    }

    /// <summary>Role and printed name at the left, a line for the signature, a line for the date; kept on one page.</summary>
    public IEnumerable<Piece> Signatures(SignatureBlock block)
    {
        yield return Title(block.Title, keep: block.Signatures.Count > 0);
        var name = width * 0.4f;
        var sign = width * 0.33f;
        var date = width - name - sign - 24;
        for (var i = 0; i < block.Signatures.Count; i++)
        {
            var signature = block.Signatures[i];
            var line = breaker.Single($"{signature.Role}　{signature.Name}", LabelStyle);
            var who = signature.Name is null || line.Width > name - 8 ? $"{signature.Role}\n{signature.Name}".TrimEnd() : line.Text;
            var lines = breaker.Break(who, name - 8, LabelStyle);
            var height = Math.Max(SignatureHeight, (lines.Count * LabelStyle.LineHeight) + 8);
            var signedOn = breaker.Single(signature.SignedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? block.DateBlank, HintStyle);
            yield return new(height, (page, top) =>
            {
                var foot = top + height - 4;
                for (var row = 0; row < lines.Count; row++)
                {
                    page.Text(lines[row], left, foot - ((lines.Count - row) * LabelStyle.LineHeight), name, Align.Left, LabelStyle);
                }

                page.Box(left + name, foot, sign, 0.6f, Palette.Rule);
                page.Box(left + width - date, foot, date, 0.6f, Palette.Rule);
                page.Text(signedOn, left + width - date, foot - HintStyle.LineHeight, date, Align.Right, HintStyle);
            })
            {
                KeepWithNext = i < block.Signatures.Count - 1,
            };
        }
    }

    private Piece Title(string title, bool keep)
    {
        var line = breaker.Single(title, TitleStyle);
        return new(TitleStyle.LineHeight + 4, (page, top) => page.Text(line, left, top, width, Align.Left, TitleStyle))
        {
            Before = 14,
            KeepWithNext = keep,
        };
    }
}
