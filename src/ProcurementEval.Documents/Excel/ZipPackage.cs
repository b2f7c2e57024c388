using System.IO.Compression;

namespace ProcurementEval.Documents.Excel;

/// <summary>The parts of a workbook file by name; written in one order with one time, so that equal parts make equal files.</summary>
internal static class ZipPackage
{
    private const string ContentTypes = "[Content_Types].xml";

    // The first instant that a zip can name.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SortedDictionary<string, byte[]> Read(Stream stream)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            parts[entry.FullName] = copy.ToArray();
        }

        return parts;
    }

    public static void Write(SortedDictionary<string, byte[]> parts, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in parts.OrderBy(part => part.Key != ContentTypes))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = EntryTime;
            using var content = entry.Open();
            content.Write(bytes);
        }
    }
}
