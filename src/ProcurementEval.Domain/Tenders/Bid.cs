using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tenders;

/// <summary>A bid (投标): one sealed payload until the tender is opened; then its content, validity, score and rank. A withdrawn bid (撤回) is kept and stays sealed for ever.</summary>
public sealed class Bid
{
    private readonly List<Sheet> sheets = [];

    /// <summary>A sealed bid: the ciphertext, its SHA-256, a hash of the receipt number by which the bidder finds it again, and the tag by which a bidder's second bid is known without knowing the bidder.</summary>
    public Bid(Guid id, Guid tenderId, byte[] sealedPayload, string payloadSha256, string receiptSha256, DateTimeOffset storedAt, string? bidderTag = null) =>
        (Id, TenderId, SealedPayload, PayloadSha256, ReceiptSha256, StoredAt, BidderTag) = (id, tenderId, sealedPayload, payloadSha256, receiptSha256, storedAt, bidderTag);

    private Bid()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid TenderId { get; private set; }

    public byte[] SealedPayload { get; private set; } = [];

    public string PayloadSha256 { get; private set; } = null!;

    public string ReceiptSha256 { get; private set; } = null!;

    /// <summary>When its last byte was stored, which decides whether it is in time.</summary>
    public DateTimeOffset StoredAt { get; private set; }

    /// <summary>A keyed hash of tender and bidder; null where none was made, and after withdrawal.</summary>
    public string? BidderTag { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>Null until opened.</summary>
    public BidContent? Content { get; private set; }

    /// <summary>Why the bid is invalid; null for a conforming one.</summary>
    public string? InvalidReason { get; private set; }

    /// <summary>One sheet per panel member.</summary>
    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Published total, two decimals; null before ranking or for an invalid bid.</summary>
    public decimal? Total { get; private set; }

    public int? Rank { get; private set; }

    public bool IsConforming => Content is not null && InvalidReason is null;

    internal void Open(BidContent content, string? invalidReason)
    {
        RefusedException.ThrowIf(Content is not null, "BidOpened", content.Supplier);
        (Content, InvalidReason) = (content, invalidReason);
    }

    internal void Withdraw(DateTimeOffset at) => (BidderTag, WithdrawnAt) = (null, at);

    internal void Seat(Sheet sheet) => sheets.Add(sheet);

    internal void Place(decimal total, int rank) => (Total, Rank) = (total, rank);
}

/// <summary>What a bid says: the supplier's code, the quote in yuan, promised hours, and the facts the panel scores it on.</summary>
public sealed record BidContent(string Supplier, Money Quote, decimal? Hours, IReadOnlyDictionary<string, Fact> Facts);
