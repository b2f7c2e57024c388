using AngleSharp.Html.Dom;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The form of a bid with something in every field.</summary>
internal static class BidForm
{
    public static async Task<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> FilledAsync(HttpClient agency, Guid tender, string quote)
    {
        var url = $"/tenders/{tender}/bid";
        var page = await agency.ReadAsync(url);
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        var facts = form.Elements.Select(e => e switch
        {
            IHtmlSelectElement { Name: { } name } select => (name, select.Options[^1].Value),
            IHtmlInputElement { Name: { } name, Type: "text", Value: "" } => (name, "1"),
            _ => (string.Empty, string.Empty),
        }).Where(f => f.Item1 is { Length: > 0 } and not "Quote");
        return Browsing.Filled(page, url, "main form[method=post]", [.. facts, ("Quote", quote)]);
    }

    /// <summary>Seals the bid; fails the test where the site refuses it.</summary>
    public static async Task SendAsync(HttpClient agency, Guid tender, string quote)
    {
        var (action, fields) = await FilledAsync(agency, tender, quote);
        using var answer = await agency.PostAsync(action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == 302, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
