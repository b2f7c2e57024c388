namespace ProcurementEval.Web.Data.Audit;

/// <summary>One link of an audit chain: the canonical text of what was stored, the hash of the link before, and its own.</summary>
public sealed class AuditRecord
{
    public required string ChainId { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required int Sequence { get; init; }

    /// <summary>Canonical JSON; blind, sealed and personal values stand in it only as salted hashes.</summary>
    public required string Text { get; init; }

    /// <summary>Hash of the record before, or 64 zeros.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>Salt and plain text of the hashed values; may be erased, the chain stays whole.</summary>
    public string? Secret { get; set; }

    /// <summary>When, by whom and of which table, as the text says it: only so that records can be found; the audit compares them with the text.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Author { get; init; }

    public required string Entity { get; init; }
}
