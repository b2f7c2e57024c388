using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>The broken lines of one cell and where they stand.</summary>
internal sealed record CellBox(float X, float Width, IReadOnlyList<Line> Lines, Align Align, Style Style)
{
    public float Height => Lines.Count * Style.LineHeight;
}

/// <summary>What surrounds the cells of a row: room above and below, fill, and the rules at its edges (0 points is none).</summary>
internal sealed record RowFrame(float Left, float Width, float Padding, uint? Fill = null, float RuleAbove = 0, float RuleBelow = 0.5f, uint RuleColor = Palette.Hairline);

/// <summary>Cells side by side as one piece, which can be split between its lines.</summary>
internal static class RowPiece
{
    public static Piece Of(IReadOnlyList<CellBox> cells, RowFrame frame)
    {
        var height = cells.Max(cell => cell.Height) + (2 * frame.Padding);
        return new(height, (page, top) => Draw(page, top, height, cells, frame))
        {
            Split = room => Split(room, cells, frame),
        };
    }

    private static void Draw(Page page, float top, float height, IReadOnlyList<CellBox> cells, RowFrame frame)
    {
        if (frame.Fill is { } fill)
        {
            page.Box(frame.Left, top, frame.Width, height, fill);
        }

        if (frame.RuleAbove > 0)
        {
            page.Box(frame.Left, top, frame.Width, frame.RuleAbove, Palette.Rule);
        }

        if (frame.RuleBelow > 0)
        {
            page.Box(frame.Left, top + height - frame.RuleBelow, frame.Width, frame.RuleBelow, frame.RuleColor);
        }

        foreach (var cell in cells)
        {
            for (var i = 0; i < cell.Lines.Count; i++)
            {
                page.Text(cell.Lines[i], cell.X, top + frame.Padding + (i * cell.Style.LineHeight), cell.Width, cell.Align, cell.Style);
            }
        }
    }

    private static (Piece First, Piece Others)? Split(float room, IReadOnlyList<CellBox> cells, RowFrame frame)
    {
        var fitting = cells.Select(cell => Math.Clamp((int)((room - (2 * frame.Padding)) / cell.Style.LineHeight), 0, cell.Lines.Count)).ToList();
        if (!fitting.Where((count, i) => count > 1 && count < cells[i].Lines.Count).Any())
        {
            return null;
        }

        var first = cells.Select((cell, i) => cell with { Lines = [.. cell.Lines.Take(fitting[i])] }).ToList();
        var rest = cells.Select((cell, i) => cell with { Lines = [.. cell.Lines.Skip(fitting[i])] }).ToList();
        return (Of(first, frame), Of(rest, frame with { RuleAbove = 0 }));
    }
}
