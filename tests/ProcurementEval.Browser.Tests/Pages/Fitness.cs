using Deque.AxeCore.Playwright;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>What is wrong with a page for somebody who cannot see it, or sees it on a telephone.</summary>
internal static class Fitness
{
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .table-responsive, pre, .visually-hidden'))
            .slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${e.className} "${e.textContent.trim().slice(0, 30)}"`)
            .concat([`${document.documentElement.scrollWidth} px`])
        """;

    /// <summary>What axe calls serious or critical.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page) =>
        [.. (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => $"{n.Target} {n.Html}"))}")];

    /// <summary>What makes the page scroll sideways; empty where it does not.</summary>
    public static Task<string[]> TooWideAsync(this IPage page) => page.EvaluateAsync<string[]>(TooWide);
}
