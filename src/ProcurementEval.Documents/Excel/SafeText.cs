using System.Text;
using System.Xml;

namespace ProcurementEval.Documents.Excel;

/// <summary>Text as a spreadsheet may hold it: no character that XML forbids, and known where a spreadsheet might run it.</summary>
internal static class SafeText
{
    /// <summary>True for text that begins as a formula does, or with the mark that spreadsheets swallow: it is stored with a quote prefix.</summary>
    public static bool NeedsQuote(string text) => text.Length > 0 && "=+-@\t\r\n'".Contains(text[0], StringComparison.Ordinal);

    /// <summary>The text without characters that XML forbids; line ends are \n.</summary>
    public static string Of(string text)
    {
        var normal = text.ReplaceLineEndings("\n");
        if (normal.All(letter => !char.IsSurrogate(letter) && XmlConvert.IsXmlChar(letter)))
        {
            return normal;
        }

        var clean = new StringBuilder(normal.Length);
        foreach (var rune in normal.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
        {
            clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>How many lines the text takes in so many characters of width; a Chinese character is as wide as two.</summary>
    public static int Lines(string text, double characters) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.EnumerateRunes().Sum(rune => rune.Value switch { >= 0x2E80 => 1.95, ' ' => 0.5, _ => 1 }) / Math.Max(characters - 1, 2))));
}
