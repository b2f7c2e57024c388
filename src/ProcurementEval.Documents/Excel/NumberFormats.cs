using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>The number formats that print in a spreadsheet what <see cref="FigureText"/> prints elsewhere.</summary>
internal static class NumberFormats
{
    public const string Date = "yyyy-mm-dd";

    public static string Of(FigureFormat format, decimal value) => format switch
    {
        FigureFormat.Money => "\"¥\"#,##0.00;-\"¥\"#,##0.00",
        FigureFormat.Percent => "0.00\"%\"",
        FigureFormat.Count => Decimals(value) switch { 0 => "#,##0", 1 => "#,##0.0", _ => "#,##0.00" },
        _ => "0.00",
    };

    private static int Decimals(decimal value) => value == decimal.Truncate(value) ? 0 : value * 10 == decimal.Truncate(value * 10) ? 1 : 2;
}
