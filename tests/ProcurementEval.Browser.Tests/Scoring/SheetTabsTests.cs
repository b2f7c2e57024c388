using static Microsoft.Playwright.Assertions;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>The same sheet open twice: in two tabs they agree; on two devices the person chooses.</summary>
public sealed class SheetTabsTests(Browser browser) : IAsyncLifetime
{
    private SheetStub stub = null!;
    private IBrowserContext desk = null!;
    private IBrowserContext phone = null!;

    public async ValueTask InitializeAsync()
    {
        stub = await SheetStub.StartAsync();
        desk = await browser.OpenAsync(stub.Address);
        phone = await browser.OpenAsync(stub.Address, 360, 740);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await phone.DisposeAsync();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task TwoTabs_TypedInOneAfterTheOther_AgreeWithoutConflict()
    {
        var one = await SheetPage.OpenAsync(desk, "a");
        var two = await SheetPage.OpenAsync(desk);
        await one.TypeAsync("A1", "8");
        await two.ShowsAsync("A1", "已保存 14:03");
        await Expect(two.Points("A1")).ToHaveValueAsync("8");
        await one.Points("A2").FocusAsync();
        await two.TypeAsync("A1", "9");
        await Expect(one.Points("A1")).ToHaveValueAsync("9");
        await two.ShowsAsync("A1", "已保存 14:03");
        Assert.Equal(["8", "9"], stub["A1"].Saved.Select(s => s.Points));
    }

    [Fact]
    public async Task Tab_ThatHeardNothingOfTheOther_DoesNotReplaceWhatItHasNotShown()
    {
        await desk.AddInitScriptAsync("delete globalThis.BroadcastChannel");
        var one = await SheetPage.OpenAsync(desk, "a");
        var two = await SheetPage.OpenAsync(desk);
        await one.TypeAsync("A1", "8");
        await one.ShowsAsync("A1", "已保存 14:03");
        await two.TypeAsync("A1", "9");
        await two.ShowsAsync("A1", "另有较新的评分，请选择保留哪一个");
        Assert.Equal("8", stub["A1"].Points);
    }

    [Theory]
    [InlineData("保留本机的", "7", new[] { "8", "7" })]
    [InlineData("采用已保存的", "8", new[] { "8" })]
    public async Task TwoDevices_TypedOnTheSame_ShowBothAndLetThePersonChoose(string choice, string shown, string[] saved)
    {
        var early = await SheetPage.OpenAsync(desk, "a");
        var late = await SheetPage.OpenAsync(phone, "a");
        await early.TypeAsync("A1", "8");
        await early.ShowsAsync("A1", "已保存 14:03");
        await late.TypeAsync("A1", "7");
        var both = late.Item("A1").GetByRole(AriaRole.Group, new() { Name = "两个评分" });
        await Expect(both).ToContainTextAsync("本机：7");
        await Expect(both).ToContainTextAsync("您在另一台设备 14:05：8");
        await Expect(late.Counts).ToHaveTextAsync("已保存 0 项，需选择 1 项");
        await late.ReloadAsync();
        await Expect(both).ToContainTextAsync("本机：7");
        await both.GetByText(choice).ClickAsync();
        await Expect(both).ToHaveCountAsync(0);
        await Expect(late.Points("A1")).ToHaveValueAsync(shown);
        await Expect(late.Counts).ToHaveTextAsync("已保存 1 项");
        Assert.Equal(saved, stub["A1"].Saved.Select(s => s.Points));
    }

    [Fact]
    public async Task TwoDevices_TypedTheSame_AreNotAConflict()
    {
        var early = await SheetPage.OpenAsync(desk, "a");
        var late = await SheetPage.OpenAsync(phone, "a");
        await early.TypeAsync("A1", "8");
        await early.ShowsAsync("A1", "已保存 14:03");
        await late.TypeAsync("A1", "8.0");
        await late.ShowsAsync("A1", "已保存 14:05");
        Assert.Equal(1, stub["A1"].Sequence);
    }
}
