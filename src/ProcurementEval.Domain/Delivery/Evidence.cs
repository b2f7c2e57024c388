using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Delivery;

/// <summary>A piece of evidence (佐证材料): an uploaded file, or one that was inspected on site only and whose content stays with the agency.</summary>
public sealed class Evidence
{
    // SHA-256 of no bytes (FIPS 180-4): it would prove nothing.
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Evidence(Guid id, EvidenceSubject subject, string name, string? note, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(by);
        (Id, ContractId, About, Kind, Item) = (id, subject.ContractId, subject.About, subject.Kind, subject.Item);
        (Name, Note, UploadedAt, UploadedBy) = (name, note, at, by.Id);
    }

    private Evidence()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>Id of what it supports.</summary>
    public Guid About { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>Code of the indicator it supports.</summary>
    public string? Item { get; private set; }

    /// <summary>The shown file name; it may name persons.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>Null for what was inspected on site.</summary>
    public string? MediaType { get; private set; }

    /// <summary>In bytes; null for what was inspected on site.</summary>
    public long? Length { get; private set; }

    /// <summary>Lower-case hexadecimal, the address of an uploaded file in the store; of what was inspected on site the hash that the inspector computed there, or null where he computed none.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The account that uploaded or recorded it.</summary>
    public string UploadedBy { get; private set; } = null!;

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>It may name persons.</summary>
    public string? Note { get; private set; }

    /// <summary>The account that saw it on site; null for an uploaded file.</summary>
    public string? InspectedBy { get; private set; }

    /// <summary>Evidence whose content lies in the store.</summary>
    /// <exception cref="RefusedException">The file is empty.</exception>
    public static Evidence Upload(Guid id, EvidenceSubject subject, StoredFile file, string? note, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(file);
        RefusedException.ThrowIf(file.Length < 1 || file.Sha256 == HashOfNothing, "ContentEmpty", file.Name);
        return new(id, subject, file.Name, note, at, by) { MediaType = file.MediaType, Length = file.Length, Sha256 = file.Sha256 };
    }

    /// <summary>Evidence that the inspector saw on site (仅现场查验): that it exists, its hash if he computed one, and who saw it.</summary>
    /// <exception cref="RefusedException">The hash is none, or that of an empty file.</exception>
    public static Evidence Inspect(Guid id, EvidenceSubject subject, string name, string? sha256, string? note, DateTimeOffset at, Actor by)
    {
        RefusedException.ThrowIf(string.IsNullOrWhiteSpace(name), "EvidenceNameMissing");
        RefusedException.ThrowIf(sha256 is not null && (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit)), "HashUnreadable");
        var hash = sha256?.ToLowerInvariant();
        RefusedException.ThrowIf(hash == HashOfNothing, "ContentEmpty", name);
        return new(id, subject, name, note, at, by) { Sha256 = hash, InspectedBy = by?.Id };
    }
}
