using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ProcurementEval.Web.Web;

/// <summary>One row of a <see cref="PastedTable"/>; its cells are read as the fields of a form are.</summary>
public sealed class PastedRow(IReadOnlyDictionary<string, string> cells)
{
    private readonly ModelStateDictionary state = new();

    /// <summary>Reads a cell: <c>row.Form.Date("date", row["date"])</c>.</summary>
    public Form Form => new(state);

    /// <summary>What is wrong, each with its column.</summary>
    public IEnumerable<(string Column, string Sentence)> Faults => state.SelectMany(s => s.Value!.Errors.Select(e => (s.Key, e.ErrorMessage)));

    /// <summary>The cell as it was pasted; empty where the row has none.</summary>
    public string this[string column] => cells[column];
}
