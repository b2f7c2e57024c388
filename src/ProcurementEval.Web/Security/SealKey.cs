namespace ProcurementEval.Web.Security;

/// <summary>The key of one tender's bids, itself sealed under the server's key; it is not released before the bids are opened.</summary>
public sealed class SealKey
{
    public SealKey(Guid tenderId, byte[] wrapped) => (TenderId, Wrapped) = (tenderId, wrapped);

    public Guid TenderId { get; private set; }

    public int Version { get; private set; }

    public byte[] Wrapped { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    internal void Release(DateTimeOffset at) => ReleasedAt ??= at;
}
