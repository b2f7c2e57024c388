namespace ProcurementEval.Documents.Excel;

/// <summary>One sheet of a workbook that people fill in: its name and its columns.</summary>
public sealed record FormSheet(string Name, IReadOnlyList<FormColumn> Columns);

/// <summary>One column to be filled in: its head, whether every row needs it, and what belongs in it.</summary>
public sealed record FormColumn(string Head, bool IsRequired, string Note);
