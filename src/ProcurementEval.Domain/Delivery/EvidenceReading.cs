namespace ProcurementEval.Domain.Delivery;

/// <summary>That an account read the content of a piece of evidence (查阅记录), and when; only ever added.</summary>
public sealed class EvidenceReading
{
    public EvidenceReading(Guid id, Evidence evidence, string readBy, DateTimeOffset readAt)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        (Id, ContractId, EvidenceId, ReadBy, ReadAt) = (id, evidence.ContractId, evidence.Id, readBy, readAt);
    }

    private EvidenceReading()
    {
    }

    public Guid Id { get; private set; }

    public Guid ContractId { get; private set; }

    public Guid EvidenceId { get; private set; }

    public string ReadBy { get; private set; } = null!;

    public DateTimeOffset ReadAt { get; private set; }
}
