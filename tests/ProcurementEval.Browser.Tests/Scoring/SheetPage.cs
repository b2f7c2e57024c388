using static Microsoft.Playwright.Assertions;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>The sheet in one tab, as a person sees it.</summary>
internal sealed class SheetPage(IPage page)
{
    private const string Path = "/sheets/s1";

    public IPage Page => page;

    public ILocator Total => page.Locator("[data-total]");

    public ILocator Missing => page.Locator("[data-missing]");

    public ILocator Counts => page.Locator("[data-counts]");

    /// <summary>What the browser's console complains of, such as something that the policy blocks.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<SheetPage> OpenAsync(IBrowserContext context, string? user = null, string query = "")
    {
        var sheet = new SheetPage(await context.NewPageAsync());
        sheet.Page.Console += (_, message) => sheet.Complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        sheet.Page.PageError += (_, error) => sheet.Complaints.Add(error);
        await sheet.Page.GotoAsync(user is null ? Path + query : $"/sign-in?user={user}&returnUrl={Uri.EscapeDataString(Path + query)}");
        await sheet.IsLiveAsync();
        return sheet;
    }

    public ILocator Item(string code) => page.Locator($"[data-item='{code}']");

    public ILocator Points(string code) => page.Locator($"[name='points.{code}']");

    public ILocator Comment(string code) => page.Locator($"[name='comment.{code}']");

    public Task TypeAsync(string code, string points) => Points(code).FillAsync(points);

    public Task ShowsAsync(string code, string state) => Expect(Item(code).Locator("[data-item-state]")).ToHaveTextAsync(state);

    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await IsLiveAsync();
    }

    /// <summary>The browser has what it needs to open the sheet without a line.</summary>
    public Task IsKeptAsync() => UntilAsync("async () => !!(await caches.match(location.origin + location.pathname)) && (await (await caches.open('sheet-parts')).keys()).length >= 8");

    /// <summary>Asks the page until its function, which may return a promise, says true.</summary>
    public async Task UntilAsync(string function)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await page.EvaluateAsync<bool>(function))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private Task IsLiveAsync() => Expect(page.Locator("form.is-live")).ToBeVisibleAsync();
}
