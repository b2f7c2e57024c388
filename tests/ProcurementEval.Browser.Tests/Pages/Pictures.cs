using System.Text.RegularExpressions;
using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>tests/pictures: every page of every reader on a desk and on a telephone, light and dark, in each language; and what is wrong with them.</summary>
[Collection(nameof(DemoSite))]
public sealed partial class Pictures(DemoSite site, Browser browser)
{
    private const int Desk = 1280;
    private const int Telephone = 360;
    private const int Tallest = 6000;
    private const int Searched = 15;
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private readonly List<string> problems = [];

    public static TheoryData<string> Readers => [.. (Environment.GetEnvironmentVariable("PICTURES_OF")?.Split(' ') ?? DemoSite.Readers.Keys)];

    [Theory(Explicit = true)]
    [MemberData(nameof(Readers))]
    public async Task EveryPage_EveryLook_HasNoBarrierAndFits(string reader)
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES") ?? throw new InvalidOperationException("tests/pictures FOLDER takes the pictures.");
        await using var context = await browser.OpenAsync(site.Address);
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        if (DemoSite.Readers[reader] is { } account)
        {
            await page.SignInAsync(account, DemoSite.Password);
        }

        foreach (var (kind, address) in await Crawl.PagesAsync(context.APIRequest, Searched))
        {
            foreach (var language in Languages.All)
            {
                await context.SpeakAsync(language, site.Address);
                await page.SetViewportSizeAsync(Desk, 800);
                await page.GotoAsync(address);
                await CheckAsync(page, $"{reader} {kind}", language, Path.Combine(folder, reader, Name(kind)));
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task CheckAsync(IPage page, string what, string language, string file)
    {
        if (language == Languages.All[0])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            problems.AddRange((await page.BarriersAsync()).Select(b => $"{what}: {b}"));
        }

        foreach (var width in new[] { Desk, Telephone })
        {
            await page.SetViewportSizeAsync(width, 800);
            problems.AddRange((await page.TooWideAsync()).Select(w => $"{what} {language} {width}: {w}"));
            var height = Math.Min(Tallest, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"));
            foreach (var scheme in Schemes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = $"{file}.{language}.{width}.{scheme.ToString().ToLowerInvariant()}.png", FullPage = true, Clip = new() { X = 0, Y = 0, Width = width, Height = height } });
            }
        }
    }

    private static string Name(string kind) => kind == "/" ? "home" : Unnamed().Replace(kind.Trim('/'), "-");

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex Unnamed();
}
