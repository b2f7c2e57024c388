using ProcurementEval.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>The sheet by keyboard and by thumb, in its two views, light and dark.</summary>
public sealed class SheetViewTests(Browser browser) : IAsyncLifetime
{
    private SheetStub stub = null!;

    public async ValueTask InitializeAsync() => stub = await SheetStub.StartAsync();

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    [Fact]
    public async Task Enter_InPoints_GoesToTheNextItem()
    {
        await using var context = await browser.OpenAsync(stub.Address);
        var sheet = await SheetPage.OpenAsync(context, "a");
        await sheet.Points("A1").FocusAsync();
        foreach (var code in stub.Sheet.Items.Select(i => i.Code))
        {
            await Expect(sheet.Points(code)).ToBeFocusedAsync();
            await sheet.Page.Keyboard.TypeAsync("9");
            await sheet.Page.Keyboard.PressAsync("Enter");
        }

        await Expect(sheet.Total).ToHaveTextAsync("54"); // six items of nine
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 6 项");
        Assert.Empty(sheet.Complaints);
    }

    [Fact]
    public async Task View_OneAtATime_ShowsOneItemAndIsRemembered()
    {
        await using var context = await browser.OpenAsync(stub.Address, 360, 740);
        var sheet = await SheetPage.OpenAsync(context, "a");
        await sheet.Page.GetByText("逐项评分").ClickAsync();
        await Expect(sheet.Item("A1")).ToBeVisibleAsync();
        await Expect(sheet.Page.Locator("[data-item]:visible")).ToHaveCountAsync(1);
        await sheet.Item("A1").GetByText("良 8").ClickAsync();
        await sheet.Page.GetByText("下一项").ClickAsync();
        await Expect(sheet.Item("A2")).ToBeVisibleAsync();
        await Expect(sheet.Page.GetByText("第 2 项，共 6 项")).ToBeVisibleAsync();
        await Expect(sheet.Counts).ToHaveTextAsync("已保存 1 项");
        await sheet.ReloadAsync();
        await Expect(sheet.Item("A2")).ToBeVisibleAsync();
        var next = await SheetPage.OpenAsync(context);
        await Expect(next.Page.Locator("[data-item]:visible")).ToHaveCountAsync(1);
        await Expect(next.Item("A1").GetByText("良 8")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "tree")]
    [InlineData(1280, ColorScheme.Dark, "tree")]
    [InlineData(360, ColorScheme.Light, "one")]
    [InlineData(360, ColorScheme.Dark, "one")]
    [InlineData(360, ColorScheme.Light, "tree")]
    [InlineData(360, ColorScheme.Dark, "tree")]
    public async Task Page_InEachState_FitsAndIsAccessible(int width, ColorScheme scheme, string view)
    {
        await using var context = await browser.OpenAsync(stub.Address, width, width < 600 ? 740 : 900, scheme);
        var sheet = await SheetPage.OpenAsync(context, "a", $"?view={view}");
        stub["A2"].Saved.Add(("9", "另一台设备写的评语，说明为何如此评分。"));
        if (view == "tree")
        {
            await sheet.TypeAsync("A1", "8");
            await sheet.TypeAsync("A2", "5");
            await sheet.TypeAsync("A3", "11");
            await Expect(sheet.Counts).ToHaveTextAsync("已保存 1 项，未接受 1 项，需选择 1 项");
        }

        Assert.Equal(string.Empty, string.Join('\n', await sheet.Page.BarriersAsync()));
        Assert.Equal(width, await sheet.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.All(sheet.Complaints, c => Assert.Matches("status of (409|422)", c));
        if (Environment.GetEnvironmentVariable("PICTURES") is { } folder)
        {
            await sheet.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"sheet-{view}-{width}-{scheme}.png"), FullPage = view == "tree" });
        }
    }
}
