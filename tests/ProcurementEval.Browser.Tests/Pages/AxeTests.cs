using ProcurementEval.Browser.Tests.Site;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>The first pages that each reader comes to: nothing serious for axe, and nothing sideways on a telephone. tests/pictures looks at all of them.</summary>
[Collection(nameof(DemoSite))]
public sealed class AxeTests(DemoSite site, Browser browser)
{
    private const int Most = 10;

    public static TheoryData<string> Readers => [.. DemoSite.Readers.Keys];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task FirstPages_OnTelephone_HaveNoBarrierAndFit(string reader)
    {
        await using var context = await browser.OpenAsync(site.Address, width: 360);
        var page = await context.NewPageAsync();

        // A colour that is still changing is none.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        if (DemoSite.Readers[reader] is { } account)
        {
            await page.SignInAsync(account, DemoSite.Password);
        }

        var problems = new List<string>();
        var pages = await Crawl.PagesAsync(context.APIRequest, each: 1);
        Assert.NotEmpty(pages);
        foreach (var (kind, address) in pages.Take(Most))
        {
            await page.GotoAsync(address);
            problems.AddRange((await page.TooWideAsync()).Concat(await page.BarriersAsync()).Select(p => $"{kind}: {p}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            problems.AddRange((await page.BarriersAsync()).Select(p => $"{kind}, dark: {p}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task Barriers_PageWithUnnamedButton_AreFound()
    {
        await using var context = await browser.OpenAsync(site.Address, width: 360);
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<html lang=zh><title>t</title><main><button></button><p style='width:500px'>宽</p></main></html>");

        Assert.Contains(await page.BarriersAsync(), b => b.StartsWith("button-name", StringComparison.Ordinal));
        Assert.NotEmpty(await page.TooWideAsync());
    }
}
