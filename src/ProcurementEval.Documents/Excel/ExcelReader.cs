using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;

namespace ProcurementEval.Documents.Excel;

/// <summary>Reads the worksheets of an uploaded workbook (xlsx) as text: dates as yyyy-MM-dd, figures with a decimal point, formulas as their last result.</summary>
public static class ExcelReader
{
    private const long LargestContent = 100L * 1024 * 1024;

    /// <summary>All worksheets in their order.</summary>
    /// <exception cref="InvalidDataException">The file is no workbook, or a sheet or the whole is larger than it may be.</exception>
    public static IReadOnlyList<WorksheetText> ReadAll(Stream file, int mostRows, int mostColumns)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var workbook = Open(file);
        return [.. workbook.Worksheets.Select(sheet => new WorksheetText(sheet.Name, Rows(sheet, mostRows, mostColumns)))];
    }

    /// <summary>The first worksheet: every row from the first to the last used one, empty ones included, each up to its last used cell.</summary>
    /// <exception cref="InvalidDataException">The file is no workbook, or larger than it may be: more rows or columns than these, or 100 MiB when unpacked.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Read(Stream file, int mostRows, int mostColumns)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var workbook = Open(file);
        return Rows(workbook.Worksheets.First(), mostRows, mostColumns);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(IXLWorksheet sheet, int mostRows, int mostColumns)
    {
        var used = sheet.RangeUsed();
        if (used is null)
        {
            return [];
        }

        var (rows, columns) = (used.LastRow().RowNumber(), used.LastColumn().ColumnNumber());
        return rows <= mostRows && columns <= mostColumns
            ? [.. Enumerable.Range(1, rows).Select(r => Row(used.Worksheet, r, columns))]
            : throw new InvalidDataException($"{rows} rows, {columns} columns.");
    }

    private static string[] Row(IXLWorksheet sheet, int row, int columns)
    {
        string[] cells = [.. Enumerable.Range(1, columns).Select(c => Text(sheet.Cell(row, c)))];
        return cells[..(Array.FindLastIndex(cells, c => c.Length > 0) + 1)];
    }

    private static string Text(IXLCell cell) => (cell.HasFormula ? cell.CachedValue : cell.Value) switch
    {
        null => string.Empty,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double figure when Math.Abs(figure) < 1e15 => ((decimal)figure).ToString(CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    // What a file claims to unpack to is also the most that the framework unpacks.
    private static XLWorkbook Open(Stream file)
    {
        try
        {
            using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (archive.Entries.Sum(e => e.Length) > LargestContent)
                {
                    throw new InvalidDataException("The workbook is too large when unpacked.");
                }
            }

            file.Position = 0;
            return new XLWorkbook(file);
        }
        catch (Exception e) when (e is not InvalidDataException and not OutOfMemoryException)
        {
            // The reader of workbooks throws whatever a damaged file makes it stumble over.
            throw new InvalidDataException("The file is no workbook.", e);
        }
    }
}
