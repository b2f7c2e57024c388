using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>One row of an import sheet; its cells are read as the fields of a form are, and every one that is wrong is told.</summary>
public sealed class ImportRow(ImportSheet sheet, int number, IReadOnlyDictionary<string, string> cells)
{
    private const int LongestText = 500;
    private readonly ModelStateDictionary state = new();
    private readonly List<(string Column, string Sentence)> told = [];

    public int Number => number;

    /// <summary>Every cell could be read; what it says may still be wrong.</summary>
    public bool IsReadable => state.IsValid;

    public IEnumerable<ImportFault> Faults => sheet.Columns.SelectMany(c => Unreadable(c).Concat(told.Where(t => t.Column == c).Select(t => t.Sentence)).Select(sentence => new ImportFault(sheet.Name, number, sheet.Head(c), sentence)));

    private Form Form => new(state);

    /// <param name="column">The column.</param>
    /// <param name="spare">Characters that are kept free, because something is put behind it.</param>
    public string Code(string column, int spare = 0) => Form.Text(column, Cell(column), Mapping.CodeLength - spare);

    public string? OptionalCode(string column) => Form.Optional(column, Cell(column), Mapping.CodeLength);

    public string Text(string column) => Form.Text(column, Cell(column), LongestText);

    public string? Optional(string column) => Form.Optional(column, Cell(column), LongestText);

    public Money Sum(string column) => Form.Money(column, Cell(column));

    public Money SumOrZero(string column) => Cell(column).Length == 0 ? Money.Zero : Sum(column);

    public decimal Figure(string column) => Form.Number(column, Cell(column));

    public int Whole(string column, int least, int most) => Form.Whole(column, Cell(column), least, most);

    public DateOnly Day(string column) => Form.Date(column, Cell(column));

    /// <summary>The codes or names of a cell, separated by any usual mark.</summary>
    public IReadOnlyList<string> List(string column) => [.. (Optional(column) ?? string.Empty).Split([',', '，', ';', '；', '、', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A cell says nothing that is known.</summary>
    public void Unknown(string column, string sentence) => state.AddModelError(column, sentence);

    /// <summary>What a cell says is wrong.</summary>
    public void Fault(string column, string sentence) => told.Add((sheet.Columns.Contains(column) ? column : sheet.Columns[0], sentence));

    private IEnumerable<string> Unreadable(string column) => state.TryGetValue(column, out var entry) ? entry.Errors.Select(e => e.ErrorMessage) : [];

    private string Cell(string column) => cells.GetValueOrDefault(column, string.Empty);
}
