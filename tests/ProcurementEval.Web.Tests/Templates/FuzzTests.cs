using System.Globalization;
using System.Text.RegularExpressions;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Templates;

/// <summary>Every shipped file, broken in one place at a time: whatever is written, the answer is sentences at lines, never an exception.</summary>
public partial class FuzzTests
{
    // Every thirteenth line in one of the fourteen ways, the next line in the next: some seconds for all files.
    private const int EachLine = 13;
    private const int TurnsApart = 14;
    private const int LongText = 10_000;
    private const int LongestSentence = 2_000;

    private static readonly string[] Values = [string.Empty, "null", "-1", "1e400", "NaN", "[]", "{}", new('长', LongText), "🙂", "9999-12-31", "0001-01-01", "999999999999999999"];

    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")];

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Shipped.Catalogue.Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Shipped.Catalogue.Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Faults_OfAFileBrokenInOnePlace_AreSentencesAtLines(string name)
    {
        var lines = File.ReadAllLines(Shipped.PathOf(name));
        var wrong = new List<string>();
        for (var (at, turn) = (0, 0); at < lines.Length; at += EachLine, turn++)
        {
            foreach (var (broken, how) in Broken(lines, at).Where((_, i) => i % TurnsApart == turn % TurnsApart))
            {
                wrong.AddRange(Wrong(name, string.Join('\n', broken) + "\n").Select(w => $"{name}:{at + 1} {how}: {w}"));
            }
        }

        Assert.Equal(string.Empty, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<string> Wrong(string name, string text)
    {
        IReadOnlyList<FileFault> faults;
        try
        {
            faults = FileCheck.Faults(YamlFile.Of(Shipped.PathOf(name), text), Shipped.Catalogue);
        }
        catch (FileRefusedException e)
        {
            faults = e.Faults;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [e.ToString()];
        }

        return faults.SelectMany(f => Languages.Select(l => Sentences.Of(f, l))
            .Where(s => f.Line < 1 || s.Contains($"{f.Code}(", StringComparison.Ordinal) || s.Length > LongestSentence)
            .Select(s => $"{f.Line} {s[..Math.Min(s.Length, 300)]}"));
    }

    private static IEnumerable<(IEnumerable<string> Lines, string How)> Broken(string[] lines, int at)
    {
        yield return ([.. lines[..at], .. lines[(at + 1)..]], "deleted");
        yield return ([.. lines[..at], lines[at], .. lines[at..]], "doubled");
        var scalars = Scalar().Matches(lines[at]);
        foreach (var value in Values)
        {
            var scalar = scalars.Count == 0 ? null : scalars[at % scalars.Count];
            var line = scalar is null ? value : lines[at].Remove(scalar.Index, scalar.Length).Insert(scalar.Index, value);
            yield return ([.. lines[..at], line, .. lines[(at + 1)..]], value.Length > 40 ? "long" : $"'{value}'");
        }
    }

    [GeneratedRegex(@"(?<=[:,\[-] )[^\s,\[\]{}#][^,\[\]{}#:]*|(?<=\[)[^,\[\]{}]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scalar();
}
