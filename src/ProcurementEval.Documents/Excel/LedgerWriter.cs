using System.Data;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Writes long plain tables (台账) as a workbook of one sheet: rows stream through, fifty thousand in about a second; the same bytes for the same rows.</summary>
public static partial class LedgerWriter
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
        using var none = Empty(columns);
        draft.SaveAs(any ? Values(columns, cells) : none, sheetName: sheetName, configuration: configuration);
        draft.Position = 0;
        var parts = ZipPackage.Read(draft);
        QuoteFormulas(parts);
        foreach (var name in (string[])["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
        {
            parts[name] = Encoding.UTF8.GetBytes(RandomId().Replace(Encoding.UTF8.GetString(parts[name]), "rSheet1"));
        }

        ZipPackage.Write(parts, output);
    }

    // MiniExcel knows no quote prefix: text that a spreadsheet would run once it is edited gets a style of its own.
    private static void QuoteFormulas(SortedDictionary<string, byte[]> parts)
    {
        const string sheetName = "xl/worksheets/sheet1.xml";
        const string stylesName = "xl/styles.xml";
        var styles = XElement.Parse(Encoding.UTF8.GetString(parts[stylesName]).TrimStart('\uFEFF'));
        var formats = styles.Element(styles.Name.Namespace + "cellXfs")!;
        var count = formats.Elements().Count();
        var quoted = FormulaText().Replace(Encoding.UTF8.GetString(parts[sheetName]), string.Create(CultureInfo.InvariantCulture, $"${{before}}{count}${{after}}"));
        parts[sheetName] = Encoding.UTF8.GetBytes(quoted);
        formats.Add(new XElement(formats.Elements().ElementAt(2)));
        formats.Elements().Last().SetAttributeValue("quotePrefix", 1);
        formats.SetAttributeValue("count", count + 1);
        parts[stylesName] = Encoding.UTF8.GetBytes(styles.ToString(SaveOptions.DisableFormatting));
    }

    [GeneratedRegex("(?<before> t=\"str\" s=\")2(?<after>\"[^>]*><x:v>(?=[=+@\t\r\n'-]|&apos;|&#39;))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FormulaText();

    [GeneratedRegex("R[0-9a-f]{32}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RandomId();

    // MiniExcel writes no head for rows that never come, but it does for an empty data table.
    private static DataTable Empty(IReadOnlyList<Column> columns)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.AddRange([.. columns.Select(column => new DataColumn(column.Id))]);
        return table;
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
