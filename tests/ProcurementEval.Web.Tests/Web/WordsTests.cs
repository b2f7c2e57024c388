using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProcurementEval.Web.Tests.Reports;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

/// <summary>The books of the pages are complete, and no page speaks past them.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] PageBooks = [.. SiteText.Books.Select(b => $"Pages/{b}")];
    private static readonly string Source = Path.Combine(ReportCase.Root, "src", "ProcurementEval.Web");

    public static TheoryData<string> Books => [.. PageBooks, "Cases", "Data", "Files", "Processes", "Reports"];

    public static TheoryData<string> BooksOfPages => [.. PageBooks];

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Source, "Features"), "*.cshtml", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Source, p)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Books_OfTheFolder_AreTheOnesLookedIn() => Assert.Equal(
        SiteText.Books.Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Source, "Resources", "Pages"), "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_StandInOneBook() =>
        Assert.All(PageBooks.SelectMany(b => Words(b).Keys.Select(k => (Key: k, Book: b))).GroupBy(w => w.Key, w => w.Book, StringComparer.Ordinal), books => Assert.Single(books));

    [Theory]
    [MemberData(nameof(Books))]
    public void Languages_HaveTheSameKeysAndPlaces(string book)
    {
        var chinese = Words(book);
        foreach (var other in Languages.All.Skip(1).Select(l => Words($"{book}.{l}")))
        {
            Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(chinese, w => Assert.Equal(Places(w.Value), Places(other[w.Key])));
        }
    }

    [Theory]
    [MemberData(nameof(BooksOfPages))]
    public void English_HasNoChineseWords(string book) =>
        Assert.DoesNotContain(Words($"{book}.en"), w => Han().IsMatch(w.Value) && !w.Key.StartsWith("Language.", StringComparison.Ordinal));

    [Fact]
    public void Keys_UsedInCode_AreInTheBooks()
    {
        var known = PageBooks.SelectMany(b => Words(b).Keys).ToHashSet(StringComparer.Ordinal);
        var used = Directory.GetFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !Generated().IsMatch(f))
            .SelectMany(f => Used().Matches(File.ReadAllText(f)).Select(m => m.Groups["key"].Value)).Distinct().ToArray();

        Assert.Contains("SkipToContent", used);
        Assert.All(used, k => Assert.Contains(k, known));
    }

    [Fact]
    public void Words_UsedInCode_GetAllTheirArguments()
    {
        var words = PageBooks.SelectMany(Words).ToDictionary(StringComparer.Ordinal);
        var calls = Directory.GetFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !Generated().IsMatch(f)).SelectMany(f => WordCalls.In(File.ReadAllText(f))).ToArray();

        Assert.Contains(calls, c => c is ("Form.DatePast", 1));
        Assert.DoesNotContain(calls, c => words.TryGetValue(c.Key, out var text) && Place().Matches(text).Select(m => m.Value).Distinct().Count() > c.Arguments);
    }

    [Theory]
    [InlineData("SiteText.Of(\"A\")", 0)]
    [InlineData("SiteText.Of(\"A\", Show.Date(a, b), $\"{c}, {d}\")", 2)]
    [InlineData("Form.Fault(nameof(Sum), \"A\", harmless)", 0)]
    [InlineData("row.Form.Fault<T?>(\"sum\", \"A\", null, [1, 2], x)", 2)]
    public void ArgumentsOfAWord_AreCounted(string code, int expected) => Assert.Equal([("A", expected)], WordCalls.In(code));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasNoWordsOfItsOwn(string page) => Assert.Empty(RazorWords.In(File.ReadAllText(Path.Combine(Source, page))));

    [Theory]
    [InlineData("<p>@SiteText.Of(\"Paid\") 已付</p>", "已付")]
    [InlineData("<a title=\"Paid\" href=\"/\">@Model.Sum</a>", "Paid")]
    [InlineData("<field for=\"Sum\" label=\"金额\" kind=\"Money\" />", "金额")]
    [InlineData("@if (Model.May)\n{\n    var sum = Model.Sum;\n    <p>paid</p>\n}\nelse if (x < 3)\n{\n    <p>@sum.ToString(\"0.00\", null)</p>\n}\nelse\n{\n    @Model.Name!.Trim()[0]\n}", "paid")]
    [InlineData("@foreach (var (a, b) in Model.All.Where(x => x > 1))\n{\n    if (a)\n    {\n        <li>@(b ? \"x\" : \"y\") &nbsp;</li>\n    }\n}\n<p>Total:</p>", "Total:")]
    public void WordsOfAPage_AreFound_AndCodeIsNot(string page, string expected) => Assert.Equal([expected], RazorWords.In(page));

    private static Dictionary<string, string> Words(string book) => XDocument.Load(Path.Combine(Source, "Resources", $"{book}.resx"))
        .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex("SiteText\\.Of\\(\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Used();

    [GeneratedRegex(@"[\\/](?:bin|obj|node_modules)[\\/]", RegexOptions.None, 1000)]
    private static partial Regex Generated();
}
