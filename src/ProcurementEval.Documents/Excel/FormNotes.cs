namespace ProcurementEval.Documents.Excel;

/// <summary>The words of the sheet that explains a form: its name, what stands above the table, the heads of its columns, and how "required" and "optional" are said.</summary>
public sealed record FormNotes(string Name, IReadOnlyList<string> Introduction, string Sheet, string Column, string Need, string Note, string Required, string Optional);
