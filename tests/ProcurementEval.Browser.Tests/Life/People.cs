using System.Globalization;
using ProcurementEval.Browser.Tests.Site;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>The people of a case, each in a browser of his own, and the time they live in.</summary>
internal sealed class People(Browser browser, Uri site) : IAsyncDisposable
{
    private readonly Dictionary<string, IPage> pages = [];

    /// <summary>The browser of an account, signed in.</summary>
    public async Task<IPage> AsAsync(string account)
    {
        if (!pages.TryGetValue(account, out var page))
        {
            var context = await browser.OpenAsync(site);
            context.SetDefaultTimeout(60_000);
            page = await context.NewPageAsync();
            await page.SignInAsync(account, CaseSite.Password);
            pages[account] = page;
        }

        return page;
    }

    /// <summary>Opens a page as an account.</summary>
    public async Task<IPage> AtAsync(string account, string address)
    {
        var page = await AsAsync(account);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Moves the demonstration's time, as its page does.</summary>
    public async Task MoveToAsync(DateOnly day, TimeOnly hour)
    {
        var page = await AtAsync(pages.Keys.First(), "/demo/clock");
        await page.Locator("[name=To]").WriteAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.Locator("[name=Hour]").WriteAsync(hour.ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.Locator("main form button[type=submit]").PressAsync();
        await page.WaitForURLAsync(u => new Uri(u).AbsolutePath == "/");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values)
        {
            await page.Context.DisposeAsync();
        }
    }
}
