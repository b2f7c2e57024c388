using Microsoft.AspNetCore.Mvc.Rendering;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class FieldTests
{
    private readonly Rendered page = new();

    [Fact]
    public async Task Field_WithError_KeepsWhatWasTypedAndTiesLabelHintAndError()
    {
        page.Typed("Form.Sum", "二百万<", "读不懂。");

        var html = await FieldAsync("Form.Sum", (decimal?)5m, FieldKind.Money, hint: "例如 100.00", required: true);

        Assert.Contains("<label class=\"form-label\" for=\"Form_Sum\">标签</label>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"form-hint\" id=\"Form_Sum-hint\">例如 100.00</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"field-error\" id=\"Form_Sum-error\">错误：读不懂。</p>", html, StringComparison.Ordinal);
        Assert.All(["id=\"Form_Sum\"", "name=\"Form.Sum\"", "value=\"二百万&lt;\"", "is-invalid", "aria-invalid=\"true\"", "aria-describedby=\"Form_Sum-hint Form_Sum-error\"", "required=\"required\"", "inputmode=\"decimal\""],
            part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Field_NothingPosted_ShowsTheValueAsAFormWritesIt()
    {
        Assert.Contains("value=\"2445000.00\"", await FieldAsync("Sum", 2445000m, FieldKind.Money), StringComparison.Ordinal);
        Assert.Contains("value=\"16.9\"", await FieldAsync("Share", 16.90m, FieldKind.Number), StringComparison.Ordinal);
        Assert.Contains("type=\"date\" value=\"2024-03-01\"", await FieldAsync("Day", new DateOnly(2024, 3, 1), FieldKind.Date), StringComparison.Ordinal);
        Assert.Contains("<small>选填</small>", await FieldAsync("Note", "x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_TypedInAnotherForm_IsKeptAsText()
    {
        page.Typed("Day", "2024年3月1日");

        Assert.Contains("type=\"text\" value=\"2024年3月1日\"", await FieldAsync("Day", (DateOnly?)null, FieldKind.Date), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_Typed_IsNotSentBack()
    {
        page.Typed("Password", "secret");

        Assert.DoesNotContain("secret", await FieldAsync("Password", "secret", FieldKind.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Area_TextBeginsWithALineBreak_KeepsIt() =>
        Assert.Contains(">\n&#xA;line</textarea>", await FieldAsync("Text", "\nline", FieldKind.Area), StringComparison.Ordinal);

    [Theory]
    [InlineData(FieldKind.Select, "<option selected=\"selected\" value=\"b\">乙</option>")]
    [InlineData(FieldKind.Choice, "checked=\"checked\" class=\"form-check-input\" id=\"Mode-1\" name=\"Mode\"")]
    public async Task Options_OneTyped_IsTheOneChosen(FieldKind kind, string expected)
    {
        page.Typed("Mode", "b");

        var html = await FieldAsync("Mode", "a", kind, [new("甲", "a"), new("乙", "b")]);

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Equal(1, Count(html, "selected=\"selected\"") + Count(html, "checked=\"checked\""));
    }

    [Fact]
    public async Task Check_True_IsTicked()
    {
        Assert.Contains("checked=\"checked\"", await FieldAsync("Agree", value: true, FieldKind.Check), StringComparison.Ordinal);
        Assert.DoesNotContain("checked=", await FieldAsync("Agree", value: false, FieldKind.Check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_UnknownAttributes_GoToTheInput()
    {
        var tag = new FieldTagHelper { ViewContext = page.View, For = Rendered.Property("Name", "x"), Label = "标签" };

        Assert.Contains("<input autocomplete=\"username\"", await Rendered.AsHtmlAsync(tag, ("autocomplete", "username")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_LeadsToTheFields_GeneralErrorsFirst()
    {
        page.Typed("Form.Sum", "x", "金额读不懂。");
        page.Form.AddModelError(string.Empty, "投标已截止。");

        var summary = new ErrorSummaryTagHelper { ViewContext = page.View };
        await FieldAsync("Form.Sum", 1m);
        var html = await Rendered.AsHtmlAsync(summary);

        Assert.Contains("role=\"alert\" tabindex=\"-1\"", html, StringComparison.Ordinal);
        Assert.Contains("还不能提交：2 处需要改", html, StringComparison.Ordinal);
        Assert.Contains("<ul><li><span>投标已截止。</span></li><li><a href=\"#Form_Sum\">标签：金额读不懂。</a></li></ul>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_NothingWrong_IsNothing() =>
        Assert.Empty(await Rendered.AsHtmlAsync(new ErrorSummaryTagHelper { ViewContext = page.View }));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private Task<string> FieldAsync<T>(string name, T value, FieldKind kind = FieldKind.Text, IEnumerable<SelectListItem>? options = null, string? hint = null, bool required = false) =>
        Rendered.AsHtmlAsync(new FieldTagHelper { ViewContext = page.View, For = Rendered.Property(name, value), Label = "标签", Kind = kind, Options = options, Hint = hint, Required = required });
}
