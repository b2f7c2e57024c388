using CsCheck;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Pdf;

namespace ProcurementEval.Documents.Tests.Pdf;

public sealed class LineBreakerTests
{
    // Points: single-precision widths added unit by unit and once more as a line differ in the last digit.
    private const float RoundingOfSums = 0.01f;

    private static readonly FontSet Fonts = new();
    private static readonly LineBreaker Breaker = new(Fonts);
    private static readonly Style Ten = new(10);

    [Fact]
    public void Break_ClosingMarkBeyondTheEdge_TakesItsCharacterAlong()
    {
        // Four characters of 10 points fill a line; the comma would be the fifth.
        Assert.Equal(["一二三", "四，五"], Lines("一二三四，五", 40));
    }

    [Fact]
    public void Break_OpeningMarkAtTheEdge_GoesToTheNextLine()
    {
        Assert.Equal(["一二三", "（四）"], Lines("一二三（四）", 40));
    }

    [Fact]
    public void Break_LatinWordAndNumber_StayWhole()
    {
        Assert.Equal(["合同额", "1,344,750.00", "元 contract", "XH-2024-017"], Lines("合同额1,344,750.00元 contract XH-2024-017", 68));
    }

    [Fact]
    public void Break_WordWiderThanTheLine_IsCut()
    {
        var word = new string('a', 100);

        var lines = Breaker.Break("前" + word + "后", 60, Ten);

        Assert.Equal("前" + word + "后", string.Concat(lines.Select(line => line.Text)));
        Assert.All(lines, line => Assert.True(line.Width <= 60));
    }

    [Fact]
    public void Break_LineFeeds_AreKept()
    {
        Assert.Equal(["一", "", "二"], Lines("一\r\n\n二", 100));
    }

    [Fact]
    public void Break_AnyText_LosesNothingAndFollowsTheRules()
    {
        var letters = OneOf("中", "文", "评", "ab", "Word", "12.5", "，", "。", "（", "）", "《", "》", "“", "”", "、", " ", "÷", "100%", "……", "——", "𠮷");
        letters.Array[0, 60].Select(string.Concat).Select(Gen.Int[60, 300]).Sample((text, width) =>
        {
            var lines = Lines(text, width);
            Assert.Equal(Bare(Fonts.Printable(text, bold: false)), Bare(string.Concat(lines)));
            Assert.All(Breaker.Break(text, width, Ten), line => Assert.True(line.Width <= width + RoundingOfSums));
        }, iter: 300);
    }

    [Fact]
    public void Break_SentencesWithShortRunsOfMarks_NeverBeginWithClosingOrEndWithOpening()
    {
        var words = OneOf("中文", "评估，", "（合格）", "“服务”。", "《办法》、", "得分：", "12.5分；", "A-1");
        words.Array[1, 40].Select(string.Concat).Select(Gen.Int[70, 300]).Sample((text, width) => Assert.All(Lines(text, width), line =>
        {
            Assert.DoesNotContain(line[0], "，。）”》、：；");
            Assert.DoesNotContain(line[^1], "（“《");
        }), iter: 300);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string[] Lines(string text, float width) => [.. Breaker.Break(text, width, Ten).Select(line => line.Text)];

    private static string Bare(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
