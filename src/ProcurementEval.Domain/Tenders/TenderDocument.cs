using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Tenders;

/// <summary>A file of the tender documents (招标文件), for every bidder alike.</summary>
public sealed class TenderDocument
{
    public TenderDocument(Guid id, Guid tenderId, StoredFile file, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        (Id, TenderId, At) = (id, tenderId, at);
        (Name, MediaType, Length, Sha256) = (file.Name, file.MediaType, file.Length, file.Sha256);
    }

    private TenderDocument()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid TenderId { get; private set; }

    public string Name { get; private set; } = null!;

    public string MediaType { get; private set; } = null!;

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Lower-case hexadecimal; the address of the content in the store.</summary>
    public string Sha256 { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }
}
