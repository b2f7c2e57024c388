using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Model;
using SkiaSharp;

namespace ProcurementEval.Documents.Pdf;

/// <summary>Draws recorded pages with Skia into one file whose bytes depend on the document alone.</summary>
internal sealed class PdfFile(FontSet fonts, float width, float height)
{
    private const int UuidLength = 36;

    private readonly Dictionary<FontFace, SKTypeface> _subsets = [];
    private readonly Dictionary<(FontFace, float), SKFont> _sizes = [];

    public byte[] Write(Document document, IReadOnlyList<Page> pages)
    {
        try
        {
            CutFonts(pages);
            using var stream = new MemoryStream();
            using (var pdf = SKDocument.CreatePdf(stream, Metadata(document)))
            {
                foreach (var page in pages)
                {
                    using var canvas = pdf.BeginPage(width, height);
                    Draw(canvas, page);
                    pdf.EndPage();
                }

                pdf.Close();
            }

            return WithFixedIdentity(InUtc(stream.ToArray(), document.CreatedAt));
        }
        finally
        {
            foreach (var font in _sizes.Values)
            {
                font.Dispose();
            }

            foreach (var subset in _subsets.Values)
            {
                subset.Dispose();
            }
        }
    }

    private static ReadOnlySpan<byte> Mark => "uuid:"u8;

    private static SKDocumentPdfMetadata Metadata(Document document) => new()
    {
        Title = document.Title,
        Producer = "ProcurementEval",
        Creation = document.CreatedAt.UtcDateTime,
        Modified = document.CreatedAt.UtcDateTime,
        PdfA = true,
        RasterDpi = 150,
        EncodingQuality = 101,
    };

    private void CutFonts(IReadOnlyList<Page> pages)
    {
        var used = new Dictionary<FontFace, HashSet<int>>();
        foreach (var mark in pages.SelectMany(page => page.Texts))
        {
            foreach (var rune in mark.Text.EnumerateRunes())
            {
                var face = fonts.For(rune.Value, mark.Style.Bold);
                if (!used.TryGetValue(face, out var set))
                {
                    used[face] = set = [];
                }

                set.Add(rune.Value);
            }
        }

        foreach (var (face, set) in used)
        {
            _subsets[face] = face.Subset(set);
        }
    }

    private void Draw(SKCanvas canvas, Page page)
    {
        using var paint = new SKPaint();
        foreach (var box in page.Boxes)
        {
            paint.Color = new SKColor(box.Color);
            canvas.DrawRect(box.X, box.Y, box.Width, box.Height, paint);
        }

        foreach (var mark in page.Texts)
        {
            paint.Color = new SKColor(mark.Style.Color);
            Draw(canvas, mark, paint);
        }
    }

    private void Draw(SKCanvas canvas, TextMark mark, SKPaint paint)
    {
        var (x, from, at) = (mark.X, 0, 0);
        var next = mark.X;
        FontFace? current = null;
        foreach (var rune in mark.Text.EnumerateRunes())
        {
            var face = fonts.For(rune.Value, mark.Style.Bold);
            if (current is not null && face != current)
            {
                canvas.DrawText(mark.Text[from..at], x, mark.Baseline, SKTextAlign.Left, Sized(current, mark.Style.Size), paint);
                (x, from) = (next, at);
            }

            current = face;
            next += face.Advance(rune.Value) * mark.Style.Size;
            at += rune.Utf16SequenceLength;
        }

        if (current is not null)
        {
            canvas.DrawText(mark.Text[from..], x, mark.Baseline, SKTextAlign.Left, Sized(current, mark.Style.Size), paint);
        }
    }

    private SKFont Sized(FontFace face, float size)
    {
        if (!_sizes.TryGetValue((face, size), out var font))
        {
            font = new SKFont(_subsets[face], size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            _sizes[(face, size)] = font;
        }

        return font;
    }

    // SkiaSharp writes the instant in UTC but beside it the offset of the machine's own zone: UTC's takes its place.
    private static byte[] InUtc(byte[] bytes, DateTimeOffset created)
    {
        Overwrite(bytes, string.Create(CultureInfo.InvariantCulture, $"D:{created.UtcDateTime:yyyyMMddHHmmss}"), "+00'00'");
        Overwrite(bytes, string.Create(CultureInfo.InvariantCulture, $"{created.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}"), "+00:00");
        return bytes;

        static void Overwrite(byte[] bytes, string instant, string offset)
        {
            var old = Encoding.ASCII.GetBytes(instant);
            for (int start = 0, found; (found = bytes.AsSpan(start).IndexOf(old)) >= 0; start += found + old.Length)
            {
                Encoding.ASCII.GetBytes(offset, bytes.AsSpan(start + found + old.Length));
            }
        }
    }

    // Skia writes a random UUID twice into the XMP packet and twice into the trailer's ID, there as hexadecimal or, where that is
    // shorter, as escaped bytes: one made from the content takes its place. Nothing but the trailer follows the ID, so its length is free.
    private static byte[] WithFixedIdentity(byte[] bytes)
    {
        var (start, end) = TrailerIdentity(bytes);
        byte[] content = [.. bytes.AsSpan(0, start), .. bytes.AsSpan(end)];
        var at = content.AsSpan().IndexOf(Mark) is var found and >= 0 ? found + Mark.Length : throw Unidentified();
        var random = content[at..(at + UuidLength)];
        Overwrite(content, random, Encoding.ASCII.GetBytes(Guid.Empty.ToString()));
        var identity = new Guid(SHA256.HashData(content).AsSpan(0, 16), bigEndian: true);
        Overwrite(content, Encoding.ASCII.GetBytes(Guid.Empty.ToString()), Encoding.ASCII.GetBytes(identity.ToString()));
        var hexadecimal = identity.ToString("N").ToUpperInvariant();
        return [.. content.AsSpan(0, start), .. Encoding.ASCII.GetBytes($"<{hexadecimal}> <{hexadecimal}>"), .. content.AsSpan(start)];
    }

    private static (int Start, int End) TrailerIdentity(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.LastIndexOf("/ID ["u8);
        var end = bytes.LastIndexOf("]>>\nstartxref"u8);
        return start >= 0 && end > start ? (start + "/ID [".Length, end) : throw Unidentified();
    }

    private static InvalidOperationException Unidentified() => new("The PDF has no identity in its metadata.");

    private static void Overwrite(byte[] bytes, byte[] old, byte[] fresh)
    {
        for (int start = 0, found; (found = bytes.AsSpan(start).IndexOf(old)) >= 0; start += found + old.Length)
        {
            fresh.CopyTo(bytes, start + found);
        }
    }
}
