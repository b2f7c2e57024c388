using ProcurementEval.Documents.Model;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>Reads a document as a spreadsheet does: cells by table, row and column, formulas recomputed down to plain numbers.</summary>
internal sealed class Sheets
{
    private readonly Dictionary<(string Table, string Row, string Column), Cell> cells = [];

    public Sheets(Document document)
    {
        foreach (var table in document.Sections.SelectMany(s => s.Blocks).OfType<Table>())
        {
            foreach (var row in table.Rows)
            {
                Assert.Equal(table.Columns.Count, row.Cells.Sum(c => c.Span));
                var column = 0;
                foreach (var cell in row.Cells)
                {
                    cells.Add((table.Id, row.Id, table.Columns[column].Id), cell);
                    column += cell.Span;
                }
            }
        }
    }

    public IEnumerable<FigureCell> Formulas => cells.Values.OfType<FigureCell>().Where(c => c.Formula is not null);

    public decimal Figure(string table, string row, string column) => ((FigureCell)cells[(table, row, column)]).Value;

    public string Text(string table, string row, string column) => ((TextCell)cells[(table, row, column)]).Text;

    public bool HasFormula(string table, string row, string column) => ((FigureCell)cells[(table, row, column)]).Formula is not null;

    public decimal Computed(FigureCell cell) => cell.Formula is { } formula
        ? Math.Round(formula.Terms.Sum(t => t.Coefficient * Computed((FigureCell)cells[(t.Table, t.Row, t.Column)])) / formula.Divisor, 2, MidpointRounding.AwayFromZero)
        : cell.Value;

    public void AssertFormulasAgree()
    {
        Assert.NotEmpty(Formulas);
        Assert.All(Formulas, c => Assert.Equal(c.Value, Computed(c)));
    }
}
