using System.Collections.Concurrent;

namespace ProcurementEval.Documents.Fonts;

/// <summary>The fonts of the machine, for characters that Noto Sans SC lacks; looked at in one fixed order, so that two runs choose alike.</summary>
internal sealed class SystemFonts
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    private static readonly string[] Endings = [".ttf", ".ttc", ".otf"];

    private readonly Lazy<IReadOnlyList<string>> _paths = new(Find);
    private readonly ConcurrentDictionary<string, FontFace?> _faces = new(StringComparer.Ordinal);

    /// <summary>The first font that has all of these characters, bold ones first where bold is asked for.</summary>
    public FontFace? With(bool bold, params ReadOnlySpan<int> codePoints)
    {
        foreach (var path in _paths.Value.OrderBy(path => IsBold(path) != bold))
        {
            var face = _faces.GetOrAdd(path, FontFace.TryLoad);
            if (face is not null && HasAll(face, codePoints))
            {
                return face;
            }
        }

        return null;
    }

    private static bool HasAll(FontFace face, ReadOnlySpan<int> codePoints)
    {
        foreach (var codePoint in codePoints)
        {
            if (!face.Has(codePoint))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBold(string path) => Path.GetFileName(path).Contains("bold", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Find() =>
        [.. Folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true }))
            .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .OrderBy(path => IsSlanted(path))
            .ThenBy(path => path.Length)
            .ThenBy(path => path, StringComparer.Ordinal)];

    private static bool IsSlanted(string path) =>
        path.Contains("italic", StringComparison.OrdinalIgnoreCase) || path.Contains("oblique", StringComparison.OrdinalIgnoreCase);
}
