using System.Globalization;
using System.Text;

namespace ProcurementEval.Web.Storage;

/// <summary>The names that people's programs give to files, made fit to be shown.</summary>
public static class FileNames
{
    /// <summary>In UTF-16 code units.</summary>
    public const int Longest = 200;

    /// <summary>Without folders, without characters that are not seen or turn the writing round, at most <see cref="Longest"/> long; the extension stays.</summary>
    public static string Clean(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var seen = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(IsSeen)).Trim(' ', '.', '\u3000');
        if (seen.Length <= Longest)
        {
            return seen;
        }

        var extension = Path.GetExtension(seen) is { Length: < Longest / 2 } some ? some : string.Empty;
        var stem = seen[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }

    // A lone surrogate is enumerated as the replacement character.
    private static bool IsSeen(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
