using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Templates;

public partial class SentencesTests
{
    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en")];

    /// <summary>Words in quotes that look like codes, in the sources that check files.</summary>
    private static readonly string[] Checks = [.. Directory.EnumerateFiles(Path.Combine(Shipped.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => f.EndsWith("Check.cs", StringComparison.Ordinal) || f.Contains($"{Path.DirectorySeparatorChar}ProcurementEval.Web{Path.DirectorySeparatorChar}Templates", StringComparison.Ordinal) || f.EndsWith("CheckTemplateCommand.cs", StringComparison.Ordinal) || f.EndsWith("Sentences.cs", StringComparison.Ordinal))];

    [Fact]
    public void Codes_ThatChecksEmit_HaveASentenceInEveryLanguage()
    {
        var codes = Checks.SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).Distinct().ToArray();

        Assert.True(codes.Length > 150);
        Assert.All(Languages, language => Assert.Empty(codes.Except(Keys(language))));
    }

    /// <summary>Two books with one key would hide a sentence.</summary>
    [Fact]
    public void Books_ShareNoKey() => Assert.All(Keys(Languages[0]).GroupBy(k => k), g => Assert.Single(g));

    /// <summary>Conditions of processes are codes in Domain, outside the checks of files.</summary>
    [Fact]
    public void Conditions_OfProcesses_HaveASentenceInEveryLanguage()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Shipped.Root, "src", "ProcurementEval.Domain"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Condition().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).Distinct().ToArray();

        Assert.True(codes.Length > 50);
        Assert.All(Languages, language => Assert.Empty(codes.Except(Keys(language))));
    }

    [Fact]
    public void Sentences_OfTheBooks_AreAllUsed()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Shipped.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(Keys(Languages[0]), k => Assert.Contains($"\"{k}\"", sources, StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_InEveryLanguage_UseTheSameArguments() => Assert.All(
        Keys(Languages[0]),
        key => Assert.Equal(Arguments(key, Languages[0]), Arguments(key, Languages[1])));

    [Fact]
    public void Of_Figures_AreWrittenWithoutNoiseAndAlikeInEveryCulture()
    {
        var text = Sentences.Of("PriceWeightLow", [9.50m, 10m, new DateOnly(2025, 3, 5)], CultureInfo.GetCultureInfo("en-GB"));

        Assert.Equal("Price has 9.5 % only; at least 10 %. Source: 2025-03-05.", text);
    }

    [Fact]
    public void Of_ACodeThatNoBookKnows_IsTheCodeItself() => Assert.Equal("NoSuchCode(1, x)", Sentences.Of("NoSuchCode", [1, "x"]));

    private static string[] Keys(CultureInfo language) =>
        [.. Sentences.Books.SelectMany(b => b.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()).Select(e => (string)e.Key).Order(StringComparer.Ordinal)];

    private static string[] Arguments(string key, CultureInfo language) =>
        [.. Placeholder().Matches(Sentences.Books.Select(b => b.GetString(key, language)).First(t => t is not null)!).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("(?<!cref=)\"(?<code>[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("(Only\\(|Unmet\\.If\\([^\"]*|ThrowIf\\([^\"]*)\"(?<code>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"(?<!\{)\{[0-9]\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
