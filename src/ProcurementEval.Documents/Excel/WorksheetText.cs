namespace ProcurementEval.Documents.Excel;

/// <summary>One worksheet of a workbook as text: its name, and every row from the first to the last used one, each up to its last used cell.</summary>
public sealed record WorksheetText(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);
