using static Microsoft.Playwright.Assertions;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>The line, the sign-in or the tab goes away while somebody scores on site; the telephone changes hands.</summary>
public sealed class SheetLineTests(Browser browser) : IAsyncLifetime
{
    private SheetStub stub = null!;
    private IBrowserContext phone = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await SheetStub.StartAsync();
        phone = await browser.OpenAsync(stub.Address, 360, 740);
    }

    public async ValueTask DisposeAsync()
    {
        await phone.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task Line_CutInMidSheet_SendsWhatWasTypedWhenItIsBack()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.TypeAsync("A1", "8");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        await phone.SetOfflineAsync(true);
        await sheet.TypeAsync("A2", "9");
        await sheet.TypeAsync("A3", "7.5");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 1 项，待上传 2 项，离线");
        await Expect(sheet.Total).ToHaveTextAsync("24.5"); // 8 + 9 + 7.5
        await phone.SetOfflineAsync(false);
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 3 项");
        Assert.Equal(("8", "9", "7.5"), (stub["A1"].Points, stub["A2"].Points, stub["A3"].Points));
    }

    [Fact]
    public async Task SignIn_ExpiredAtReconnect_KeepsEverythingAndSendsItAfterSigningInAgain()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        await phone.SetOfflineAsync(true);
        await sheet.TypeAsync("A1", "8");
        await sheet.Comment("A1").FillAsync("现场核对");
        stub.Expired = true;
        await phone.SetOfflineAsync(false);
        var again = sheet.Page.GetByText("重新登录后继续");
        await Expect(again).ToBeVisibleAsync();
        await again.ClickAsync();
        await IsSignedOutAsync(sheet.Page);
        Assert.Equal(0, stub["A1"].Sequence);
        sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        Assert.Equal(("8", "现场核对"), (stub["A1"].Points, stub["A1"].Comment));
    }

    [Fact]
    public async Task Tab_KilledOfflineAndReopened_ShowsAllThatWasTypedAndSendsIt()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.IsKeptAsync();
        await sheet.TypeAsync("A1", "6");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        await phone.SetOfflineAsync(true);
        await sheet.TypeAsync("A2", "9");
        await sheet.ShowsAsync("A2", "已保存在本机，等待上传");
        await sheet.Page.CloseAsync();
        sheet = await SheetPage.OpenAsync(phone);
        // A1 was saved after the page had been kept.
        await Expect(sheet.Points("A1")).ToHaveValueAsync("6");
        await Expect(sheet.Points("A2")).ToHaveValueAsync("9");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 1 项，待上传 1 项，离线");
        await phone.SetOfflineAsync(false);
        await sheet.ShowsAsync("A2", "已保存 14:03");
        Assert.Equal(("6", 1, "9", 1), (stub["A1"].Points, stub["A1"].Sequence, stub["A2"].Points, stub["A2"].Sequence));
    }

    [Fact]
    public async Task Telephone_SharedAfterSignOut_ShowsTheSecondNothingOfTheFirst()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.IsKeptAsync();
        await sheet.TypeAsync("A1", "8");
        await sheet.ShowsAsync("A1", "已保存 14:03");
        stub.Failure = 503;
        await sheet.TypeAsync("A2", "3.25");
        await sheet.ShowsAsync("A2", "已保存在本机，等待上传");
        string? warning = null;
        sheet.Page.Dialog += async (_, dialog) =>
        {
            warning = dialog.Message;
            await dialog.AcceptAsync();
        };
        await sheet.Page.GetByText("退出").ClickAsync();
        await IsSignedOutAsync(sheet.Page);
        Assert.Equal("还有 1 项没有上传。仍要退出吗？", warning);
        stub.Failure = 0;

        var second = await SheetPage.OpenAsync(phone, "b");
        await Expect(second.Counts).ToHaveTextAsync("已保存 0 项");
        Assert.All(stub.Sheet.Items, i => Assert.DoesNotContain("3.25", second.Points(i.Code).InputValueAsync().Result));
        Assert.Equal(0, stub["A2"].Sequence);
        await second.Page.GetByText("退出").ClickAsync();
        await IsSignedOutAsync(second.Page);

        // Without a line and signed out there is no page of anybody.
        await phone.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => second.Page.GotoAsync("/sheets/s1"));
        await phone.SetOfflineAsync(false);

        sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.ShowsAsync("A2", "已保存 14:03");
        Assert.Equal("3.25", stub["A2"].Points);
    }

    [Fact]
    public async Task OpenTab_OfOneWhoSignedOutInAnother_ShowsTheSheetNoLonger()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        var other = await SheetPage.OpenAsync(phone);
        await sheet.Page.GetByText("退出").ClickAsync();
        await IsSignedOutAsync(other.Page);
    }

    [Fact]
    public async Task OpenPage_OfTheFirst_SendsNothingAsTheSecond()
    {
        var first = await SheetPage.OpenAsync(phone, "a");
        await phone.AddCookiesAsync([new() { Name = "user", Value = "b", Url = stub.Address.ToString() }]);
        await first.TypeAsync("A1", "8");
        await Expect(first.Page.GetByText("重新登录后继续")).ToBeVisibleAsync();
        Assert.Equal(0, stub["A1"].Sequence);
    }

    [Fact]
    public async Task KeptPages_OfTheFirst_GoWhenTheSecondSignsInWithoutASignOut()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        await sheet.IsKeptAsync();
        await sheet.UntilAsync("async () => (await caches.keys()).includes('sheet-pages a')");
        await sheet.Page.GotoAsync("/sign-in?user=b");
        await sheet.UntilAsync("async () => !(await caches.keys()).includes('sheet-pages a')");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_WithSomethingUnsent_WarnsOnlyWhereTheBrowserKeepsNothing(bool keeps)
    {
        if (!keeps)
        {
            await phone.AddInitScriptAsync("indexedDB.open = () => { throw new Error('no store'); }");
        }

        var sheet = await SheetPage.OpenAsync(phone, "a");
        stub.Failure = 503;
        await sheet.TypeAsync("A1", "8");
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 0 项，待上传 1 项，离线" + (keeps ? "" : "，本浏览器不能保存草稿，请勿关闭页面"));
        var warned = new List<string>();
        sheet.Page.Dialog += async (_, dialog) =>
        {
            warned.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await sheet.Page.GotoAsync("/");
        Assert.Equal(keeps ? [] : ["beforeunload"], warned);
    }

    [Fact]
    public async Task Home_WithSomethingUnsent_SaysSoToItsOwner()
    {
        var sheet = await SheetPage.OpenAsync(phone, "a");
        stub.Failure = 503;
        await sheet.TypeAsync("A1", "8");
        await sheet.ShowsAsync("A1", "已保存在本机，等待上传");
        await sheet.Page.GotoAsync("/");
        await sheet.Page.GetByText("还有 1 项评分没有上传").ClickAsync();
        await Expect(sheet.Points("A1")).ToHaveValueAsync("8");
        await sheet.Page.GotoAsync("/sign-in?user=b");
        await Expect(sheet.Page.Locator("[data-unsent-notice]")).ToBeHiddenAsync();
    }

    private static Task IsSignedOutAsync(IPage page) => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
}
