using ProcurementEval.Browser.Tests.Site;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>A step of the walk by somebody who has no mouse.</summary>
[Collection(nameof(DemoSite))]
public sealed class KeyboardTests(DemoSite site, Browser browser)
{
    private const int MostTabs = 150;

    [Fact]
    public async Task SignInAndApproveAnInstalment_ByKeyboardAlone_GivesAReceipt()
    {
        await using var context = await browser.OpenAsync(site.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/signin");

        await TabToAsync(page, "[name=Account]");
        await page.Keyboard.TypeAsync(DemoSite.Readers["finance"]!);
        await TabToAsync(page, "[name=Password]");
        await page.Keyboard.TypeAsync(DemoSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("head [data-user='lanjiang-finance']")).ToHaveCountAsync(1);

        await TabToAsync(page, "main a[href^='/instalments/'][href$='/approve']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/approve");
        await TabToAsync(page, "main form button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".receipt code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("\\S+"));
    }

    [Fact]
    public async Task FirstTab_OnAnyPage_OffersTheContentAndEnterGoesThere()
    {
        await using var context = await browser.OpenAsync(site.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/signin");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    // As far as the first element of that kind; where the focus is must be seen on the way.
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"), $"The focus is not seen: {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by the keyboard.");
    }
}
