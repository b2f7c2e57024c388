using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Pdf;

/// <summary>Sets a table: title, head, and a piece for each row.</summary>
internal sealed class TableSetter(LineBreaker breaker, float left, float width)
{
    private const float Inset = 5;
    private const float Indent = 9;
    private const float Padding = 3.2f;

    private static readonly Style TitleStyle = new(10.5f, Bold: true);
    private static readonly Style HeadStyle = new(8.5f, Bold: true, Leading: 1.4f);
    private static readonly Style NormalStyle = new(8.5f, Leading: 1.45f);
    private static readonly Style BoldStyle = NormalStyle with { Bold = true };
    private static readonly Style NoteStyle = new(7.8f, Color: Palette.Muted, Leading: 1.45f);

    public IEnumerable<Piece> Set(Table table)
    {
        var edges = Edges(table.Columns);
        if (table.Title is { Length: > 0 } title)
        {
            foreach (var line in breaker.Break(title, width, TitleStyle))
            {
                yield return new(TitleStyle.LineHeight + 3, (page, top) => page.Text(line, left, top, width, Align.Left, TitleStyle))
                {
                    Before = 10,
                    KeepWithNext = true,
                };
            }
        }

        var head = Head(table.Columns, edges) with { Before = table.Title is { Length: > 0 } ? 0 : 8 };
        yield return head with { KeepWithNext = table.Rows.Count > 0, Split = null };

        // Totals and notes at the end stay with the last row that they conclude.
        var concluded = table.Rows.Select(r => r.Kind == RowKind.Normal).ToList().LastIndexOf(true);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var last = i == table.Rows.Count - 1;
            var piece = Row(table, table.Rows[i], edges, last) with { Head = head };
            yield return concluded >= 0 && i >= concluded && !last ? piece with { KeepWithNext = true } : piece;
        }
    }

    private float[] Edges(IReadOnlyList<Column> columns)
    {
        var sum = columns.Sum(column => column.Width);
        var edges = new float[columns.Count + 1];
        edges[0] = left;
        for (var i = 0; i < columns.Count; i++)
        {
            edges[i + 1] = edges[i] + (float)(columns[i].Width / sum * width);
        }

        return edges;
    }

    private Piece Head(IReadOnlyList<Column> columns, float[] edges)
    {
        var cells = columns.Select((column, i) => Box(column.Head, edges[i], edges[i + 1], column.Align, HeadStyle)).ToList();
        return RowPiece.Of(cells, new(left, width, 4, Palette.HeadFill, RuleAbove: 0.9f, RuleBelow: 0.6f, RuleColor: Palette.Rule));
    }

    private Piece Row(Table table, Row row, float[] edges, bool last)
    {
        var style = row.Kind switch
        {
            RowKind.Normal => NormalStyle,
            RowKind.Note => NoteStyle,
            _ => BoldStyle,
        };
        var cells = new List<CellBox>();
        var at = 0;
        var indent = row.Indent * Indent;
        foreach (var cell in row.Cells)
        {
            var end = at + cell.Span;
            if (cell.Span < 1 || end > table.Columns.Count)
            {
                throw new ArgumentException($"Row {row.Id} of table {table.Id} covers {end} columns; the table has {table.Columns.Count}.", nameof(row));
            }

            cells.Add(cell is TextCell text
                ? Box(text.Text, edges[at] + Math.Min(indent, Spare(text.Text, edges[end] - edges[at], style)), edges[end], cell.Span > 1 ? Align.Left : table.Columns[at].Align, style)
                : Figure(FigureText.Of(cell), edges[at], edges[end], table.Columns[end - 1].Align, style));
            indent = cell is TextCell ? 0 : indent;
            at = end;
        }

        var frame = new RowFrame(left, width, Padding, RuleBelow: last ? 0.9f : 0.5f, RuleColor: last ? Palette.Rule : Palette.Hairline);
        return row.Kind switch
        {
            RowKind.Group => RowPiece.Of(cells, frame with { Fill = Palette.GroupFill }) with { KeepWithNext = !last },
            RowKind.Total => RowPiece.Of(cells, frame with { Fill = Palette.HeadFill, RuleAbove = 0.6f }),
            _ => RowPiece.Of(cells, frame),
        };
    }

    // A code that fits its column is not broken for the sake of its indent.
    private float Spare(string text, float column, Style style)
    {
        var spare = column - (2 * Inset) - breaker.Single(text, style).Width;
        return spare < 0 ? float.MaxValue : spare;
    }

    private CellBox Box(string text, float from, float to, Align align, Style style)
    {
        var room = Math.Max(to - from - (2 * Inset), style.Size);
        return new(from + Inset, room, breaker.Break(text, room, style), align, style);
    }

    // A number is never broken: it is set smaller until it fits. It lines up at the right unless it is centred.
    private CellBox Figure(string text, float from, float to, Align align, Style style)
    {
        var room = to - from - (2 * Inset);
        var line = breaker.Single(text, style);
        if (line.Width > room)
        {
            style = style with { Size = style.Size * room / line.Width, Leading = style.Leading * line.Width / room };
            line = breaker.Single(text, style);
        }

        return new(from + Inset, room, [line], align == Align.Center ? Align.Center : Align.Right, style);
    }
}
