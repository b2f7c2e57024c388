using System.IO.Compression;
using System.Text;
using ProcurementEval.Documents.Excel;

namespace ProcurementEval.Web.Storage;

/// <summary>The kinds of files that are taken, each known by its extension and held to it by its content.</summary>
public static class FileKinds
{
    // The end record of an archive; a shorter one is not even looked through.
    private const int SmallestArchive = 22;
    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    ];

    private static readonly SortedDictionary<string, (string MediaType, Func<Stream, bool> Holds)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", s => Says(s, 0, "%PDF-"u8)),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", s => IsOffice(s, "word/")),
        [".xlsx"] = (ExcelWriter.MediaType, s => IsOffice(s, "xl/")),
        [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", s => IsOffice(s, "ppt/")),
        [".jpg"] = ("image/jpeg", IsJpeg),
        [".jpeg"] = ("image/jpeg", IsJpeg),
        [".png"] = ("image/png", s => Says(s, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])),
        [".webp"] = ("image/webp", s => Says(s, 0, "RIFF"u8) && Says(s, 8, "WEBP"u8)),
        [".mp4"] = ("video/mp4", s => Says(s, 4, "ftyp"u8)),
        [".txt"] = ("text/plain", IsText),
        [".csv"] = ("text/csv", IsText),
        [".zip"] = ("application/zip", s => Entries(s).Count > 0),
    };

    /// <summary>For the accept attribute of a form: ".csv,.docx,…".</summary>
    public static string Accepted { get; } = string.Join(',', Kinds.Keys);

    /// <summary>The name to show and the media type; leaves the content at its beginning.</summary>
    /// <param name="name">As the browser sent it.</param>
    /// <param name="content">Must be able to seek.</param>
    /// <exception cref="UploadRefusedException">No kind that is taken, empty, or not what its name says.</exception>
    public static (string Name, string MediaType) Check(string name, Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var clean = FileNames.Clean(name);
        var extension = Path.GetExtension(clean);
        if (!Kinds.TryGetValue(extension, out var kind))
        {
            throw new UploadRefusedException("UploadKindUnknown", clean, string.Join(' ', Kinds.Keys));
        }

        if (content.Length == 0)
        {
            throw new UploadRefusedException("ContentEmpty", clean);
        }

        if (!kind.Holds(content))
        {
            throw new UploadRefusedException("UploadNotItsKind", clean, extension);
        }

        content.Position = 0;
        return (clean, kind.MediaType);
    }

    private static bool IsJpeg(Stream content) => Says(content, 0, [0xFF, 0xD8, 0xFF]);

    // A document that carries macros is another kind under this name.
    private static bool IsOffice(Stream content, string folder)
    {
        var entries = Entries(content);
        return entries.Contains("[Content_Types].xml") && entries.Any(e => e.StartsWith(folder, StringComparison.Ordinal)) && !entries.Any(e => e.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<string> Entries(Stream content)
    {
        if (content.Length < SmallestArchive || !Says(content, 0, "PK\x03\x04"u8))
        {
            return [];
        }

        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return [.. zip.Entries.Select(e => e.FullName)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static bool Says(Stream content, int at, ReadOnlySpan<byte> word)
    {
        content.Position = at;
        Span<byte> read = stackalloc byte[word.Length];
        return content.ReadAtLeast(read, word.Length, throwOnEndOfStream: false) == word.Length && read.SequenceEqual(word);
    }

    private static bool IsText(Stream content) => Encodings.Any(encoding => IsText(content, encoding));

    private static bool IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[4_096];
        try
        {
            while (reader.Read(buffer, 0, buffer.Length) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || buffer.AsSpan(0, read).ContainsAnyInRange('\x0E', '\x1F'))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
