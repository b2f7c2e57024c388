using static Microsoft.Playwright.Assertions;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>What is typed reaches the server once, or stays with a word that says why.</summary>
public sealed class SheetSaveTests(Browser browser) : IAsyncLifetime
{
    private SheetStub stub = null!;
    private IBrowserContext context = null!;
    private SheetPage sheet = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await SheetStub.StartAsync();
        context = await browser.OpenAsync(stub.Address);
        sheet = await SheetPage.OpenAsync(context, "a");
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task Typing_Settled_IsSavedOnceAndSaid()
    {
        await sheet.TypeAsync("A1", "8.5");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        await Expect(sheet.Total).ToHaveTextAsync("8.5");
        await Expect(sheet.Missing).ToHaveTextAsync("5");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 1 项");
        Assert.Equal(("8.5", 1), (stub["A1"].Points, stub["A1"].Sequence));
    }

    [Fact]
    public async Task Typing_InFullWidthDigits_CountsAtOnceAndShowsWhatWasSaved()
    {
        await sheet.TypeAsync("A1", "８．５");
        await Expect(sheet.Total).ToHaveTextAsync("8.5");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        await sheet.Points("A2").FocusAsync();
        await Expect(sheet.Points("A1")).ToHaveValueAsync("8.5");
    }

    [Fact]
    public async Task Points_NotAccepted_KeepTheTextAndShowTheSentence()
    {
        await sheet.TypeAsync("A1", "11");
        await Expect(sheet.Item("A1").GetByRole(AriaRole.Alert)).ToHaveTextAsync("得分须在 0 与 10 之间，您填的是“11”。");
        await Expect(sheet.Points("A1")).ToHaveValueAsync("11");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 0 项，未接受 1 项");
        await sheet.TypeAsync("A1", "10");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        await Expect(sheet.Item("A1").GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(403, "您无权填写此表，内容仍在本机。")]
    [InlineData(404, "此表已不存在，内容仍在本机。")]
    public async Task Save_Refused_SaysSoAndKeepsTheText(int status, string sentence)
    {
        stub.Failure = status;
        await sheet.TypeAsync("A1", "7");
        await Expect(sheet.Item("A1").GetByRole(AriaRole.Alert)).ToHaveTextAsync(sentence);
        stub.Failure = 0;
        await sheet.ReloadAsync();
        await Expect(sheet.Points("A1")).ToHaveValueAsync("7");
        await sheet.ShowsAsync("A1", "已保存 14:03");
    }

    [Fact]
    public async Task Answer_LostOnTheWay_SavesOnceAndMeetsNoConflictWithItself()
    {
        stub.Failure = -1;
        await sheet.TypeAsync("A1", "7");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 0 项，待上传 1 项，离线");
        stub.Failure = 0;
        await sheet.TypeAsync("A1", "8");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        Assert.Equal(["7", "8"], stub["A1"].Saved.Select(s => s.Points));
    }

    [Fact]
    public async Task Server_Failing_IsTriedAgainByItself()
    {
        stub.Failure = 503;
        await sheet.TypeAsync("A1", "7");
        await sheet.ShowsAsync("A1", "已保存在本机，等待上传");
        stub.Failure = 0;
        await sheet.ShowsAsync("A1", "已保存 14:03");
    }

    [Fact]
    public async Task Token_FromBeforeARestart_IsReadAnew()
    {
        stub.TokenAge++;
        await sheet.TypeAsync("A1", "7");
        await sheet.ShowsAsync("A1", "已保存 14:03");
    }

    [Fact]
    public async Task Comment_BelowItsLimit_IsAskedForAndCounted()
    {
        await sheet.TypeAsync("A1", "5");
        await Expect(sheet.Item("A1").GetByText("低于 6 分须写评语。")).ToBeVisibleAsync();
        await Expect(sheet.Missing).ToHaveTextAsync("6");
        await sheet.Comment("A1").FillAsync("档案缺三份。");
        await Expect(sheet.Missing).ToHaveTextAsync("5");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        Assert.Equal("档案缺三份。", stub["A1"].Comment);
    }

    [Fact]
    public async Task Signing_WithSomethingUnsent_WaitsOrSaysWhy()
    {
        stub.Failure = 503;
        await sheet.TypeAsync("A1", "7");
        await sheet.Page.GetByText("签名提交").ClickAsync();
        await Expect(sheet.Page.GetByText("还有内容没有上传，不能签名。")).ToBeVisibleAsync();
        Assert.False(stub.Signed);
        stub.Failure = 0;
        await sheet.TypeAsync("A1", "8");
        await sheet.Page.GetByText("签名提交").ClickAsync();
        await Expect(sheet.Page.GetByText("已签名")).ToBeVisibleAsync();
        Assert.Equal("8", stub["A1"].Points);
    }

    [Fact]
    public async Task Sheet_WithoutScript_IsSavedByTheForm()
    {
        await using var plain = await browser.OpenAsync(stub.Address, script: false);
        var page = await plain.NewPageAsync();
        await page.GotoAsync("/sign-in?user=a&returnUrl=/sheets/s1");
        await page.Locator("[name='points.A1']").FillAsync("9");
        await page.GetByText("保存", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("[name='points.A1']")).ToHaveValueAsync("9");
        Assert.Equal("9", stub["A1"].Points);
    }
}
