using System.Globalization;

namespace ProcurementEval.Documents.Model;

/// <summary>How a figure reads in print: the one place, so that PDF, HTML and ledgers print it alike. Halves round away from zero.</summary>
public static class FigureText
{
    /// <summary>The figure as text, independent of the machine's culture.</summary>
    public static string Of(decimal value, FigureFormat format) => format switch
    {
        FigureFormat.Money => (value < 0 ? "-¥" : "¥") + Text(Math.Abs(value), "#,##0.00"),
        FigureFormat.Percent => Text(value, "0.00") + "%",
        FigureFormat.Count => Text(value, "#,##0.##"),
        _ => Text(value, "0.00"),
    };

    /// <summary>What a cell prints; a date as ISO 8601.</summary>
    public static string Of(Cell cell) => cell switch
    {
        TextCell text => text.Text,
        FigureCell figure => Of(figure.Value, figure.Format),
        DateCell date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "An unknown kind of cell."),
    };

    private static string Text(decimal value, string pattern) => value.ToString(pattern, CultureInfo.InvariantCulture);
}
