namespace ProcurementEval.Web.Features.Audit;

/// <summary>A record as people read it; blind, sealed and personal values are only their hashes.</summary>
public sealed record AuditRow(string Chain, DateTimeOffset At, string Author, string Entity, string Change, string Hash)
{
    public required IReadOnlyList<(string Column, string Value)> Values { get; init; }

    public string Receipt => Hash[..Data.Receipt.Digits].ToUpperInvariant();
}
