namespace ProcurementEval.Domain.Measures;

/// <summary>A file whose content lies in the store: its shown name, media type, length in bytes and SHA-256 in lower-case hexadecimal, which is its address.</summary>
public sealed record StoredFile(string Name, string MediaType, long Length, string Sha256);
