using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Writes long plain tables (台账) as a workbook of one sheet: rows stream through, fifty thousand in about a second; the same bytes for the same rows.</summary>
public static class LedgerWriter
{
    /// <summary>
    /// Writes head and rows to a stream. A column's figures and dates are formatted as in the first row; spans are not drawn;
    /// <see cref="ArgumentException"/> where a row has another number of cells than there are columns.
    /// </summary>
    public static void Write(string sheetName, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows, Stream output)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        using var cells = rows.GetEnumerator();
        var any = cells.MoveNext();
        var sum = columns.Sum(column => column.Width);
        var configuration = new OpenXmlConfiguration
        {
            TableStyles = TableStyles.Default,
            AutoFilter = true,
            FreezeRowCount = 1,
            DynamicColumns =
            [
                .. columns.Select((column, i) => new DynamicExcelColumn(column.Id)
                {
                    Index = i,
                    Name = SafeText.Of(column.Head),
                    Width = Math.Max(8, column.Width / sum * 20 * columns.Count),
                    Format = any ? Format(cells.Current[i]) : null,
                }),
            ],
        };
        using var draft = new MemoryStream();
        draft.SaveAs(any ? Values(columns, cells) : Enumerable.Empty<Dictionary<string, object?>>(), sheetName: sheetName, configuration: configuration);
        draft.Position = 0;
        ZipPackage.Write(ZipPackage.Read(draft), output);
    }

    private static IEnumerable<Dictionary<string, object?>> Values(IReadOnlyList<Column> columns, IEnumerator<IReadOnlyList<Cell>> rows)
    {
        do
        {
            if (rows.Current.Count != columns.Count)
            {
                throw new ArgumentException($"A row has {rows.Current.Count} cells, the ledger {columns.Count} columns.", nameof(rows));
            }

            var values = new Dictionary<string, object?>(columns.Count);
            for (var i = 0; i < columns.Count; i++)
            {
                values[columns[i].Id] = Value(rows.Current[i]);
            }

            yield return values;
        }
        while (rows.MoveNext());
    }

    private static object Value(Cell cell) => cell switch
    {
        FigureCell figure => figure.Value,
        DateCell date => date.Date.ToDateTime(TimeOnly.MinValue),
        _ => SafeText.Of(FigureText.Of(cell)),
    };

    // A count keeps its own decimals: a fixed pattern would print "5." or "5.00".
    private static string? Format(Cell cell) => cell switch
    {
        FigureCell { Format: not FigureFormat.Count } figure => NumberFormats.Of(figure.Format, figure.Value),
        DateCell => NumberFormats.Date,
        _ => null,
    };
}
