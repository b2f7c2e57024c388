using System.Globalization;
using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>What a person does on any page, by the keyboard alone: follows the link that it offers, fills its form, sends it and gets a receipt.</summary>
internal static class Steps
{
    /// <summary>Follows a link of the page that ends so.</summary>
    public static async Task FollowAsync(this IPage page, string ending, string within = "main")
    {
        var link = page.Locator($"{within} a[href$='{ending}']").First;
        if (await link.CountAsync() == 0)
        {
            Assert.Fail($"{page.Url} offers no {ending}: {await page.InnerTextAsync("main")}");
        }

        await link.GoAsync();
    }

    /// <summary>Presses a link or a button, and waits for the page that it leads to.</summary>
    public static async Task GoAsync(this ILocator control)
    {
        var page = control.Page;
        await page.EvaluateAsync("() => { window.left = true; }");
        await control.PressAsync();
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }

    public static async Task FillAsync(this IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var control = page.Locator($"main [name='{field}']").First;
            if (await control.EvaluateAsync<bool>("c => c.tagName === 'SELECT'"))
            {
                await control.ChooseAsync(value);
            }
            else
            {
                await control.WriteAsync(value);
            }
        }
    }

    /// <summary>Sends the form; what it did is told with a receipt.</summary>
    public static async Task SendAsync(this IPage page, string form = "main form[method=post]")
    {
        await page.Locator($"{form} button[type=submit]").Last.GoAsync();
        if (await page.Locator(".receipt").CountAsync() == 0)
        {
            Assert.Fail($"{page.Url} gave no receipt: {await page.InnerTextAsync("main")}");
        }
    }

    /// <summary>Chooses a file of its own where the form asks for files; what the system's own window does cannot be typed here.</summary>
    public static async Task AttachAsync(this IPage page, string name, string content)
    {
        var files = page.Locator("main [name=Files]");
        await files.ReachAsync();
        await files.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
    }

    /// <summary>Fills the fields of facts as the form shows them.</summary>
    public static async Task FillFactsAsync(this IPage page, FactForm facts)
    {
        foreach (var field in facts.Groups.SelectMany(g => g.Fields))
        {
            var control = page.Locator($"[name='{field.Name}']");
            await (field.Kind switch
            {
                FactKind.Flag => control.TickAsync(field.Value == "true"),
                FactKind.Choice => control.ChooseAsync(field.Value!),
                _ => control.WriteAsync(field.Value ?? string.Empty),
            });
        }
    }

    /// <summary>Types every judgement into an open sheet and waits until each is saved by itself.</summary>
    public static async Task FillSheetAsync(this IPage page, IReadOnlyDictionary<string, Judgement> judgements)
    {
        await page.WaitForSelectorAsync("form.sheet.is-live");
        foreach (var (item, judgement) in judgements)
        {
            await page.Locator($"[name='points.{item}']").WriteAsync(judgement.Points.ToString(CultureInfo.InvariantCulture));
            if (judgement.Comment is { } comment)
            {
                await page.Locator($"[name='comment.{item}']").WriteAsync(comment);
            }
        }

        try
        {
            await Assertions.Expect(page.Locator("fieldset[data-state=saved]")).ToHaveCountAsync(judgements.Count, new() { Timeout = 60_000 });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{page.Url} has not saved: {await page.InnerTextAsync("[data-sheet-bar]")} {string.Join(' ', await page.Locator("fieldset").EvaluateAllAsync<string[]>("all => all.map(f => `${f.dataset.item} ${f.dataset.state} ${f.querySelector('[data-problem]').textContent}`)"))}");
        }
    }

    /// <summary>From the sheet to its signature.</summary>
    public static async Task SignSheetAsync(this IPage page)
    {
        await page.Locator("form[data-sheet-sign] button").PressAsync();
        await page.WaitForURLAsync("**/sign*");
        await page.Locator("[name=Confirmed]").TickAsync();
        await page.SendAsync();
    }

    /// <summary>A day as a date field takes it.</summary>
    public static string Typed(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rows as they are copied from a spreadsheet.</summary>
    public static string Pasted(IEnumerable<IEnumerable<object?>> rows) =>
        string.Join('\n', rows.Select(r => string.Join('\t', r.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)))));
}
