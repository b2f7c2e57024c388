namespace ProcurementEval.Web.Templates;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the known words, at most a third of its letters (at least two) away; null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Distance: Distance(written, word))).OrderBy(w => w.Distance).ThenBy(w => w.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, best.Word.Length / 3) && best.Distance < best.Word.Length ? best.Word : null;
    }

    // Levenshtein over two rows, blind to case.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                left = Math.Min(Math.Min(row[j] + 1, left + 1), corner + cost);
                (corner, row[j]) = (row[j], left);
            }
        }

        return row[b.Length];
    }
}
