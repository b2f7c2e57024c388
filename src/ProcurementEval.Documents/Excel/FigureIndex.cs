using System.Globalization;
using ClosedXML.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Where each figure of the document stands, so that formulas can point at it.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<(string Table, string Row, string Column), (FigureCell Figure, IXLCell Cell)> _figures = [];
    private readonly Dictionary<(string Sheet, string Address), decimal> _results = [];

    /// <summary>The values that the formulas come to, by sheet and address.</summary>
    public IReadOnlyDictionary<(string Sheet, string Address), decimal> Results => _results;

    public void Add(string table, string row, string column, FigureCell figure, IXLCell cell)
    {
        if (table.Length > 0 && !_figures.TryAdd((table, row, column), (figure, cell)))
        {
            throw new ArgumentException($"Two figures stand at row {row}, column {column} of table {table}.", nameof(row));
        }
    }

    /// <summary>Writes every formula; <see cref="InvalidOperationException"/> where one points at nothing or comes to another value than the printed one.</summary>
    public void WriteFormulas()
    {
        foreach (var (key, (figure, cell)) in _figures.Where(entry => entry.Value.Figure.Formula is not null))
        {
            var formula = figure.Formula!;
            var sum = formula.Terms.Sum(term => term.Coefficient * Find(term, key).Figure.Value);
            var result = Math.Round(sum / formula.Divisor, 2, MidpointRounding.AwayFromZero);
            if (result != figure.Value)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The formula at {key} comes to {result}, the figure is {figure.Value}."));
            }

            cell.FormulaA1 = Text(formula, key, cell.Worksheet);
            _results[(cell.Worksheet.Name, cell.Address.ToStringRelative())] = figure.Value;
        }
    }

    private string Text(Formula formula, (string, string, string) key, IXLWorksheet sheet)
    {
        var sum = string.Concat(formula.Terms.Select((term, i) => Text(term, i == 0, Find(term, key).Cell, sheet)));
        return formula.Divisor == 1m
            ? $"ROUND({sum},2)"
            : string.Create(CultureInfo.InvariantCulture, $"ROUND(({sum})/{formula.Divisor},2)");
    }

    private static string Text(Term term, bool first, IXLCell cell, IXLWorksheet sheet)
    {
        var address = cell.Address.ToStringRelative();
        var place = cell.Worksheet == sheet ? address : $"'{cell.Worksheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!{address}";
        var sign = term.Coefficient < 0 ? "-" : first ? string.Empty : "+";
        var size = Math.Abs(term.Coefficient);
        return size == 1m ? sign + place : string.Create(CultureInfo.InvariantCulture, $"{sign}{size}*{place}");
    }

    private (FigureCell Figure, IXLCell Cell) Find(Term term, (string, string, string) key) =>
        _figures.TryGetValue((term.Table, term.Row, term.Column), out var found)
            ? found
            : throw new InvalidOperationException($"The formula at {key} points at ({term.Table}, {term.Row}, {term.Column}), where no figure stands.");
}
