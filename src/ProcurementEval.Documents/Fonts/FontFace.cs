using System.Buffers.Binary;
using HarfBuzzSharp;
using SkiaSharp;

namespace ProcurementEval.Documents.Fonts;

/// <summary>One font file, loaded once: which characters it has, how wide they are, and a subset of it for a document.</summary>
internal sealed class FontFace
{
    private const ushort Unknown = ushort.MaxValue;

    private readonly Func<int, ushort> _glyphOf;
    private readonly Lazy<Face> _face;
    private readonly ushort[] _glyphs = new ushort[char.MaxValue + 1];
    private readonly byte[] _metrics;
    private readonly int _fullMetrics;
    private readonly float _unitsPerEm;

    private FontFace(string path, SKTypeface typeface)
    {
        _glyphOf = new SKFont(typeface).GetGlyph;
        _unitsPerEm = typeface.UnitsPerEm;
        _metrics = typeface.GetTableData(Tag("hmtx"));
        _fullMetrics = BinaryPrimitives.ReadUInt16BigEndian(typeface.GetTableData(Tag("hhea")).AsSpan(34));
        _face = new(() => Load(path));
        Array.Fill(_glyphs, Unknown);
    }

    /// <summary>The font at a path, or null where it has no outlines to embed.</summary>
    public static FontFace? TryLoad(string path)
    {
        var typeface = SKTypeface.FromFile(path);
        if (typeface is null)
        {
            return null;
        }

        var tables = typeface.GetTableTags();
        return (tables.Contains(Tag("glyf")) || tables.Contains(Tag("CFF "))) && tables.Contains(Tag("hmtx"))
            ? new(path, typeface)
            : null;
    }

    public bool Has(int codePoint) => Glyph(codePoint) != 0;

    /// <summary>The width of a character in em.</summary>
    public float Advance(int codePoint)
    {
        var entry = Math.Min(Glyph(codePoint), _fullMetrics - 1);
        return BinaryPrimitives.ReadUInt16BigEndian(_metrics.AsSpan(entry * 4)) / _unitsPerEm;
    }

    /// <summary>A typeface with these characters only; the caller disposes it.</summary>
    public SKTypeface Subset(IEnumerable<int> codePoints)
    {
        using var data = SKData.CreateCopy(HarfBuzzSubset.Cut(_face.Value, codePoints));
        return SKTypeface.FromData(data);
    }

    // Two threads may look one character up at once: both write the same number.
    private int Glyph(int codePoint)
    {
        if (codePoint > char.MaxValue)
        {
            return _glyphOf(codePoint);
        }

        var glyph = _glyphs[codePoint];
        return glyph != Unknown ? glyph : _glyphs[codePoint] = _glyphOf(codePoint);
    }

    private static Face Load(string path)
    {
        using var blob = Blob.FromFile(path);
        blob.MakeImmutable();
        var face = new Face(blob, 0);
        face.MakeImmutable();
        return face;
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];
}
