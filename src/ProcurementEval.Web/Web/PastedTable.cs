using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Web.Web;

/// <summary>
/// A table that was pasted from a spreadsheet as tab-separated rows. Its first row may name the columns, in any language of the site and any order; without it they stand in the given order.
/// </summary>
public sealed class PastedTable
{
    public const int MostRows = 5000;
    private const int MostColumns = 100;
    private const int MostFaults = 20;
    private readonly string names;
    private readonly string[] columns;
    private readonly string?[] present;
    private readonly List<(int Number, IReadOnlyList<string> Cells)> rows;

    /// <param name="text">Rows by line breaks, cells by tabs; a cell that holds either stands in double quotes, as spreadsheets copy it.</param>
    /// <param name="names">What the columns are called: the words of "names.column".</param>
    /// <param name="columns">The columns in their order.</param>
    public PastedTable(string? text, string names, params string[] columns)
    {
        (this.names, this.columns) = (names, columns);
        rows = [.. Cells(text ?? string.Empty).Select((cells, i) => (i + 1, cells)).Where(r => r.cells.Any(c => c.Length > 0))];
        present = columns;
        if (rows.Count > 0 && rows[0].Cells.Select(ColumnOf).ToArray() is var head && head.OfType<string>().Count() * 2 > rows[0].Cells.Count)
        {
            present = head;
            Unknown = [.. rows[0].Cells.Where((c, i) => c.Length > 0 && head[i] is null)];
            rows.RemoveAt(0);
        }
    }

    private IReadOnlyList<string> Unknown { get; } = [];

    /// <summary>The first worksheet of an uploaded workbook, as text to be pasted: what is wrong in it can be put right in the form.</summary>
    /// <exception cref="InvalidDataException">The file is no workbook or too large.</exception>
    public static string TextOf(Stream workbook) =>
        string.Join('\n', ExcelReader.Read(workbook, MostRows + 1, MostColumns).Select(r => string.Join('\t', r.Select(Quoted))));

    /// <summary>Makes one thing of each row. Every wrong cell adds a sentence with its row and column to the field, and then nothing may be stored.</summary>
    public IReadOnlyList<T> Read<T>(ModelStateDictionary state, string field, Func<PastedRow, T> make)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(make);
        if (rows.Count > MostRows)
        {
            state.AddModelError(field, SiteText.Of("Pasted.TooMany", rows.Count, MostRows));
            return [];
        }

        List<string> faults = [.. Unknown.Select(c => SiteText.Of("Pasted.UnknownColumn", c, string.Join(' ', columns.Select(Name))))];
        var made = new List<T>();
        foreach (var (number, cells) in rows)
        {
            var row = new PastedRow(columns.ToDictionary(c => c, c => Array.IndexOf(present, c) is >= 0 and var at && at < cells.Count ? cells[at] : string.Empty));
            made.Add(make(row));
            faults.AddRange(row.Faults.Select(f => SiteText.Of("Pasted.Cell", number, Name(f.Column), f.Sentence)));
            if (cells.Count > present.Length)
            {
                faults.Add(SiteText.Of("Pasted.TooWide", number, cells.Count, present.Length));
            }
        }

        faults.Take(MostFaults).ToList().ForEach(f => state.AddModelError(field, f));
        if (faults.Count > MostFaults)
        {
            state.AddModelError(field, SiteText.Of("Pasted.More", faults.Count - MostFaults));
        }

        return made;
    }

    private static List<IReadOnlyList<string>> Cells(string text)
    {
        var (table, row, at) = (new List<IReadOnlyList<string>>(), new List<string>(), 0);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        while (at <= text.Length)
        {
            var end = EndOf(text, at);
            row.Add(Unquoted(text[at..end]));
            if (end == text.Length || text[end] == '\n')
            {
                table.Add(row);
                row = [];
            }

            at = end + 1;
        }

        return table;
    }

    // A quote opens a cell only where another one closes it before a tab or a line break.
    private static int EndOf(string text, int start)
    {
        var plain = text.AsSpan(start).IndexOfAny('\t', '\n') is >= 0 and var next ? start + next : text.Length;
        if (plain == start || text[start] != '"')
        {
            return plain;
        }

        for (var at = start + 1; (at = text.IndexOf('"', at)) >= 0; at += 2)
        {
            if (at + 1 == text.Length || text[at + 1] is '\t' or '\n')
            {
                return at + 1;
            }

            if (text[at + 1] != '"')
            {
                return plain;
            }
        }

        return plain;
    }

    private static string Unquoted(string cell) => (cell is ['"', _, .., '"'] && cell.AsSpan().ContainsAny('\t', '\n')
        ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : cell).Trim();

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny('\t', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Folded(string name) => new StringBuilder(name.Normalize(NormalizationForm.FormKC)).Replace(" ", string.Empty).ToString().ToUpperInvariant();

    private string? ColumnOf(string head) => columns.FirstOrDefault(column => Folded(head) is var folded && (folded == Folded(column)
        || SiteText.InEveryLanguage($"{names}.{column}").Any(name => Folded(name) == folded)));

    private string Name(string column) => SiteText.Of($"{names}.{column}");
}
