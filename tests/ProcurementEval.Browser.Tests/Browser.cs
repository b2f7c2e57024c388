using ProcurementEval.Browser.Tests;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ProcurementEval.Browser.Tests;

/// <summary>One Chromium for the whole run; each test opens its own context, which is a browser profile of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Where Debian puts it, or where CHROMIUM says.</summary>
    public static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException($"The browser tests need Chromium at {Executable}: tests/run installs it (apt-get install chromium), or name another with CHROMIUM=/path.");
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Environment.SetEnvironmentVariable("LANGUAGE", "en_US");
        Assertions.SetDefaultExpectTimeout(10_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    /// <summary>A fresh profile at an address, in 简体中文: its pages share cookies, stores and workers with each other and with no other test. Dispose it.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri address, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        ArgumentNullException.ThrowIfNull(address);
        var context = await chromium!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            HasTouch = width < 600,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        context.SetDefaultTimeout(10_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
