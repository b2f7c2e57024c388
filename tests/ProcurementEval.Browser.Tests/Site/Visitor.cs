namespace ProcurementEval.Browser.Tests.Site;

/// <summary>What every person does on the site: signs in, opens a page, sends its form, reads the receipt.</summary>
internal static class Visitor
{
    public static async Task SignInAsync(this IPage page, string account, string password)
    {
        await page.GotoAsync("/account/signin");
        await page.FillAsync("[name=Account]", account);
        await page.FillAsync("[name=Password]", password);
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator($"head [data-user='{account}']")).ToHaveCountAsync(1);
    }

    /// <summary>Chooses a language as the settings do, without leaving the page.</summary>
    public static Task SpeakAsync(this IBrowserContext context, string language, Uri site) => context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = site.ToString() }]);

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
