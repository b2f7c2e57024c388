using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ProcurementEval.Documents.Fonts;

/// <summary>
/// The type of every PDF, loaded once and shared by threads: Noto Sans SC regular and bold from a configured folder, else
/// from beside the program, else a Chinese font of the system; otherwise <see cref="FontNotFoundException"/>.
/// </summary>
public sealed class FontSet
{
    private const string RegularFile = "NotoSansSC_400Regular.ttf";
    private const string BoldFile = "NotoSansSC_700Bold.ttf";

    private readonly SystemFonts _system = new();
    private readonly ConcurrentDictionary<(int CodePoint, bool Bold), FontFace?> _others = new();
    private readonly FontFace _regular;
    private readonly FontFace _bold;

    /// <param name="folder">Where the two font files lie; null looks beside the program.</param>
    public FontSet(string? folder = null)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "fonts");
        var found = new[] { folder, beside }.FirstOrDefault(
            place => place is not null && File.Exists(Path.Combine(place, RegularFile)) && File.Exists(Path.Combine(place, BoldFile)));
        _regular = (found is null ? null : FontFace.TryLoad(Path.Combine(found, RegularFile))) ?? OfSystem(bold: false, folder);
        _bold = (found is null ? null : FontFace.TryLoad(Path.Combine(found, BoldFile))) ?? OfSystem(bold: true, folder);
    }

    /// <summary>The font that draws a character; only for text that went through <see cref="Printable"/>.</summary>
    internal FontFace For(int codePoint, bool bold) =>
        Main(bold).Has(codePoint) ? Main(bold) : Other(codePoint, bold) ?? Main(bold);

    internal float Advance(int codePoint, bool bold) => For(codePoint, bold).Advance(codePoint);

    /// <summary>The text with a bracketed code point, [U+20BB7], for each character that no font here can draw, so that a reader sees what is missing.</summary>
    internal string Printable(string text, bool bold)
    {
        var main = Main(bold);
        if (text.All(letter => !char.IsSurrogate(letter) && (letter == '\n' || main.Has(letter)) && !IsInvisible(letter)))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || (!IsInvisible(rune.Value) && (main.Has(rune.Value) || Other(rune.Value, bold) is not null)))
            {
                printable.Append(rune);
            }
            else if (rune.Value == '\t')
            {
                printable.Append(' ');
            }
            else if (!IsInvisible(rune.Value))
            {
                printable.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            }
        }

        return printable.ToString();
    }

    private FontFace Main(bool bold) => bold ? _bold : _regular;

    private FontFace? Other(int codePoint, bool bold) =>
        _others.GetOrAdd((codePoint, bold), key => _system.With(key.Bold, key.CodePoint));

    private FontFace OfSystem(bool bold, string? folder) =>
        _system.With(bold, '评', '购', '。', '0') ?? throw new FontNotFoundException(
            $"No Chinese font: neither {RegularFile} and {BoldFile} in \"{folder ?? "fonts"}\" or beside the program, nor one of the system. "
            + "Build again with npm on the path (package @expo-google-fonts/noto-sans-sc), or install a font such as Debian's fonts-noto-cjk.");

    // Controls, joiners, variation selectors, byte-order marks: they have no shape of their own.
    private static bool IsInvisible(int codePoint) =>
        codePoint is < 0x20 or (>= 0x7F and < 0xA0) or 0xAD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);
}
