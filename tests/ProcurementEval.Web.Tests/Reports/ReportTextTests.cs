using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Features.Reports;

namespace ProcurementEval.Web.Tests.Reports;

public sealed partial class ReportTextTests
{
    private static readonly string[] Folders = ["Scoring", "Funding", "Delivery"];

    public static TheoryData<string> Files => ["Reports.resx", "Reports.en.resx", "Reports.zh-Hant.resx"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Steps_OfTheDomain_AllHaveAName(string file)
    {
        var codes = StepCodes().ToArray();
        Assert.Contains("mean-of-subjects", codes);
        Assert.Contains("units-rest", codes);
        Assert.Contains("lookup-else", codes);
        Assert.Contains("average-people", codes);
        Assert.Contains("due", codes);
        Assert.Empty(codes.Select(c => $"Step.{c}").Except(Keys(file)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Enumerations_InReports_AllHaveNames(string file)
    {
        Type[] types = [typeof(InstalmentStage), typeof(FindingStage), typeof(ObjectionStage), typeof(PurchaseMethod), typeof(TieBreak), typeof(Combination), typeof(SubjectCombination), typeof(VetoConsequence)];
        Assert.Empty(types.SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}")).Except(Keys(file)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ReasonsOfTheDomain_AllHaveNames(string file)
    {
        var loss = Source("Funding/Loss.cs");
        var invalid = Source("Tenders/Ranking.cs");
        string[] needed = [.. ReasonPattern().Matches(loss).Select(m => $"Deduction.{m.Groups["code"].Value}"), .. InvalidPattern().Matches(invalid).Select(m => $"Invalid.{m.Groups["code"].Value}")];
        Assert.Equal(10, needed.Length);
        Assert.Empty(needed.Except(Keys(file)));
    }

    [Fact]
    public void Languages_HaveTheSameKeysAndPlaces()
    {
        var neutral = Words("Reports.resx");
        foreach (var other in Files.Select(f => Words(f.Data)))
        {
            Assert.Equal(neutral.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(neutral, w => Assert.Equal(Places(w.Value), Places(other[w.Key])));
        }
    }

    [Fact]
    public void Dates_FollowTheLanguage()
    {
        var day = new DateOnly(2025, 3, 15);
        Assert.Equal("2025年3月15日", new ReportText().Date(day));
        Assert.Equal("2025-03-15", new ReportText(CultureInfo.GetCultureInfo("en-GB")).Date(day));
        Assert.Equal("2025年3月15日至2025年4月1日", new ReportText(CultureInfo.GetCultureInfo("zh-TW")).Period(day, new DateOnly(2025, 4, 1)));
    }

    [Fact]
    public void Sums_AreGroupedAndInChineseAlsoInTenThousands()
    {
        Assert.Equal("¥2,445,000.00（244.5 万元）", new ReportText().Sum(Money.FromYuan(2445000m)));
        Assert.Equal("¥9,999.99", new ReportText().Sum(Money.FromYuan(9999.99m)));
        Assert.Equal("-¥1.00", new ReportText().Sum(Money.FromYuan(-1m)));
        Assert.Equal("¥1,234,567.00", new ReportText(CultureInfo.GetCultureInfo("en")).Sum(Money.FromYuan(1234567m)));
    }

    // Codes stand where a step is made, or with a hyphen where a helper is handed one.
    private static IEnumerable<string> StepCodes() => Folders
        .SelectMany(f => Directory.GetFiles(Path.Combine(ReportCase.Root, "src", "ProcurementEval.Domain", f), "*.cs"))
        .SelectMany(File.ReadAllLines)
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Process { get", StringComparison.Ordinal))
        .SelectMany(line => StepPattern().Matches(line).SelectMany(m => LiteralPattern().Matches(m.Groups["code"].Value)).Concat(LiteralPattern().Matches(line).Where(m => m.Value.Contains('-', StringComparison.Ordinal))))
        .Select(m => m.Groups["code"].Value)
        .Distinct();

    private static string Source(string path) => File.ReadAllText(Path.Combine(ReportCase.Root, "src", "ProcurementEval.Domain", path));

    private static Dictionary<string, string> Words(string file) => XDocument.Load(Path.Combine(ReportCase.Root, "src", "ProcurementEval.Web", "Resources", file))
        .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static Dictionary<string, string>.KeyCollection Keys(string file) => Words(file).Keys;

    private static string[] Places(string words) => [.. PlacePattern().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b(?:new Step|new|Done|Due|Ratio)\((?<code>[^,]*),", RegexOptions.None, 1000)]
    private static partial Regex StepPattern();

    [GeneratedRegex("\"(?<code>[a-z]+(?:-[a-z]+)*)\"", RegexOptions.None, 1000)]
    private static partial Regex LiteralPattern();

    [GeneratedRegex("const string By\\w+ = \"(?<code>[a-z-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex("=> \"(?<code>[A-Z]\\w+)\"", RegexOptions.None, 1000)]
    private static partial Regex InvalidPattern();

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex PlacePattern();
}
