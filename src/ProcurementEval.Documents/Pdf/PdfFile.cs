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

    // Skia writes a random UUID into the XMP packet and, without its dashes, into the trailer's ID: one made from the content takes its place.
    private static byte[] WithFixedIdentity(byte[] bytes)
    {
        var mark = "uuid:"u8;
        var at = bytes.AsSpan().IndexOf(mark);
        if (at < 0)
        {
            throw new InvalidOperationException("The PDF has no identity in its metadata.");
        }

        var random = Encoding.ASCII.GetString(bytes, at + mark.Length, 36);
        Replace(bytes, random, Guid.Empty.ToString());
        var identity = new Guid(SHA256.HashData(bytes).AsSpan(0, 16), bigEndian: true);
        Replace(bytes, Guid.Empty.ToString(), identity.ToString());
        return bytes;
    }

    private static void Replace(byte[] bytes, string from, string to)
    {
        Overwrite(bytes, from, to);
        Overwrite(bytes, Bare(from), Bare(to));
    }

    private static void Overwrite(byte[] bytes, string from, string to)
    {
        var (old, fresh) = (Encoding.ASCII.GetBytes(from), Encoding.ASCII.GetBytes(to));
        for (int start = 0, found; (found = bytes.AsSpan(start).IndexOf(old)) >= 0; start += found + old.Length)
        {
            fresh.CopyTo(bytes, start + found);
        }
    }

    private static string Bare(string identity) => identity.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
