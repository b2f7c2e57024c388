using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Measures;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Figures of reports with the formulas that come to them.</summary>
internal static class Figures
{
    public static FigureCell Score(decimal value, Formula? formula = null) => new(value) { Formula = formula };

    public static FigureCell Sum(Money value, Formula? formula = null) => new(value.Yuan, FigureFormat.Money) { Formula = formula };

    public static FigureCell Count(decimal value) => new(value, FigureFormat.Count);

    /// <summary>Adds up one column over rows, divided where it is a mean.</summary>
    public static Formula Rows(string table, IEnumerable<string> rows, string column, decimal divisor = 1m) =>
        new([.. rows.Select(r => new Term(table, r, column))], divisor);

    public static Formula Same(string table, string row, string column) => Rows(table, [row], column);
}
