using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class TagTests
{
    private readonly Rendered page = new("/contracts", "?q=新湖&page=3&sort=sum");

    [Fact]
    public async Task Act_ThatMay_IsALinkOrTheFormsButton()
    {
        var may = Answer.InThisStage([]);

        Assert.Equal("<div class=\"act\"><a class=\"btn btn-primary\" href=\"/pay\">付款</a></div>", await ActAsync(may, "/pay"));
        Assert.Equal("<div class=\"act\"><button class=\"btn btn-primary\" type=\"submit\">付款</button></div>", await ActAsync(may));
    }

    [Fact]
    public async Task Act_NotYet_CannotBePressedAndSaysWhyEachTimeUnderItsOwnId()
    {
        var notYet = Answer.InThisStage([new Unmet("code-of-no-book", 2)]);

        var (first, second) = (await ActAsync(notYet, "/pay"), await ActAsync(notYet));

        Assert.DoesNotContain("href", first, StringComparison.Ordinal);
        Assert.All(["aria-describedby=\"why-1\"", "aria-disabled=\"true\"", "type=\"button\"", "id=\"why-1\"", "“付款”现在不能办", "<li>code-of-no-book(2)</li>"], part => Assert.Contains(part, first, StringComparison.Ordinal));
        Assert.Contains("id=\"why-2\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("submit", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_NotInThisStage_IsNothing() => Assert.Empty(await ActAsync(Answer.NotInThisStage, "/pay"));

    [Fact]
    public async Task LifeLine_SaysStateInWords()
    {
        var html = await Rendered.AsHtmlAsync(new LifeLineTagHelper { Stages = [new("招标", LifeState.Done, "2024年3月1日", Href: "/tender"), new("验收", LifeState.Blocked, Note: "<缺报告>")] });

        Assert.StartsWith("<ol class=\"life-line\" aria-label=\"进程\">", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"life-done\"><a class=\"life-name\" href=\"/tender\">招标</a><span class=\"life-state\">已完成</span><span class=\"life-when\">2024年3月1日</span></li>", html, StringComparison.Ordinal);
        Assert.Contains("<li aria-current=\"step\" class=\"life-blocked\"><span class=\"life-name\">验收</span><span class=\"life-state\">受阻</span><span class=\"life-note\">&lt;缺报告&gt;</span></li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pager_KeepsTheRestOfTheAddress()
    {
        var html = await Rendered.AsHtmlAsync(new PagerTagHelper { ViewContext = page.View, Page = 5, Pages = 20 });

        Assert.Contains("第 5 页，共 20 页", html, StringComparison.Ordinal);
        Assert.Contains("<a aria-current=\"page\" aria-label=\"第 5 页\" href=\"/contracts?q=%E6%96%B0%E6%B9%96&amp;sort=sum&amp;page=5\">5</a>", html, StringComparison.Ordinal);
        Assert.Equal(["上一页", "1", "3", "4", "5", "6", "7", "20", "下一页"], html.Split("</a>")[..^1].Select(a => a[(a.LastIndexOf('>') + 1)..]));
    }

    [Fact]
    public async Task Pager_OfAListFarDown_LeadsToIt() =>
        Assert.Contains("sort=sum&amp;records=2#records\">2</a>", await Rendered.AsHtmlAsync(new PagerTagHelper { ViewContext = page.View, Page = 1, Pages = 2, Key = "records", Anchor = "records" }), StringComparison.Ordinal);

    [Fact]
    public async Task Pager_OnePage_IsNothing() => Assert.Empty(await Rendered.AsHtmlAsync(new PagerTagHelper { ViewContext = page.View, Page = 1, Pages = 1 }));

    // 0.3333 of the width is 33.33 %; a share above the whole is cut at 100 %.
    [Fact]
    public async Task Bars_AreAsLongAsTheirShares()
    {
        var html = await Rendered.AsHtmlAsync(new BarsTagHelper { Caption = "权重", Rows = [new("专业", "33.33 分", .3333m), new("个案", "120 %", 1.2m, 1)] });

        Assert.Contains("<rect class=\"bars-part\" width=\"33.33%\"", html, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"bars-part\" width=\"100%\"", html, StringComparison.Ordinal);
        Assert.Contains("<th class=\"depth-1\" scope=\"row\">个案</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyState_SaysWhatToDo() => Assert.Equal(
        "<section class=\"empty-state\"><h2>还没有</h2><p>先记一条。</p><a class=\"btn btn-primary\" href=\"/new\">记一条</a></section>",
        await Rendered.AsHtmlAsync(new EmptyStateTagHelper { Title = "还没有", Text = "先记一条。", Href = "/new", Action = "记一条" }));

    private Task<string> ActAsync(Answer answer, string? href = null) => Rendered.AsHtmlAsync(new ActTagHelper { ViewContext = page.View, Answer = answer, Text = "付款", Href = href });
}
