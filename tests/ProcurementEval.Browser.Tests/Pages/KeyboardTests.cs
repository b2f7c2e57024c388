using ProcurementEval.Browser.Tests.Site;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>A step of the demonstration by somebody who has no mouse; Life/CaseOneTests goes through a whole life so.</summary>
[Collection(nameof(DemoSite))]
public sealed class KeyboardTests(DemoSite site, Browser browser)
{
    [Fact]
    public async Task SignInAndApproveAnInstalment_ByKeyboardAlone_GivesAReceipt()
    {
        await using var context = await browser.OpenAsync(site.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/signin");

        await page.Locator("[name=Account]").WriteAsync(DemoSite.Readers["finance"]!);
        await page.Locator("[name=Password]").WriteAsync(DemoSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("head [data-user='lanjiang-finance']")).ToHaveCountAsync(1);

        await page.Locator("main a[href^='/instalments/'][href$='/approve']").PressAsync();
        await page.WaitForURLAsync("**/approve");
        await page.Locator("main form button[type=submit]").PressAsync();

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
}
