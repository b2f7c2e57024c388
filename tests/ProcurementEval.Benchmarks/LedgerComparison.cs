using ClosedXML.Excel;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Benchmarks;

/// <summary>A ledger of service records through LedgerWriter, against ClosedXML alone writing the same cells.</summary>
internal static class LedgerComparison
{
    private const int Count = 50_000;
    private const int Width = 12;

    private static readonly Column[] Columns = [.. Enumerable.Range(0, Width).Select(i => new Column($"c{i}", $"列{i}", 10))];

    public static Comparison Create()
    {
        Cell[][] rows = [.. Enumerable.Range(0, Count).Select(Row)];
        return new Comparison($"LedgerWriter, {Count} × {Width} cells", "ClosedXML alone", () => WithLedgerWriter(rows), () => WithClosedXml(rows)) { Rounds = 5 };
    }

    // Four texts, four counts and sums, two dates, two shares.
    private static Cell[] Row(int r) => [.. Enumerable.Range(0, Width).Select(c => (Cell)((c % 6) switch
    {
        0 or 1 => new TextCell($"服务记录{r % 997}-{c}"),
        2 => new FigureCell(r % 60, FigureFormat.Count),
        3 => new FigureCell(r * 1.25m, FigureFormat.Money),
        4 => new DateCell(new DateOnly(2024, 1, 1).AddDays(r % 365)),
        _ => new FigureCell(r % 10_000 / 100m, FigureFormat.Percent),
    }))];

    private static void WithLedgerWriter(Cell[][] rows)
    {
        using var output = new MemoryStream();
        LedgerWriter.Write("台账", Columns, rows, output);
    }

    private static void WithClosedXml(Cell[][] rows)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("台账");
        for (var c = 0; c < Width; c++)
        {
            sheet.Cell(1, c + 1).Value = Columns[c].Head;
        }

        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < Width; c++)
            {
                var cell = sheet.Cell(r + 2, c + 1);
                switch (rows[r][c])
                {
                    case FigureCell figure:
                        cell.Value = figure.Value;
                        break;
                    case DateCell date:
                        cell.Value = date.Date.ToDateTime(TimeOnly.MinValue);
                        break;
                    default:
                        cell.Value = FigureText.Of(rows[r][c]);
                        break;
                }
            }
        }

        sheet.Column(4).Style.NumberFormat.Format = "¥#,##0.00";
        sheet.SheetView.FreezeRows(1);
        using var output = new MemoryStream();
        workbook.SaveAs(output);
    }
}
