namespace ProcurementEval.Web.Features.Imports;

/// <summary>What is wrong in an import workbook and where: sheet, row as the spreadsheet numbers it, column, sentence; row or column are empty where the whole sheet or row is meant.</summary>
public sealed record ImportFault(string Sheet, int? Row, string? Column, string Sentence);
