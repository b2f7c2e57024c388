namespace ProcurementEval.Web.Features.Sheets;

/// <summary>One judgement as the sheet's script sends it: the text that was typed, and the sequence that it was typed on.</summary>
public sealed record SaveRequest(string? Item, string? Points, string? Comment, int TypedOn, string? User);
