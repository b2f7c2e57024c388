using System.Net;
using System.Text.RegularExpressions;

namespace ProcurementEval.Browser.Tests.Pages;

/// <summary>Finds the pages that a person reaches by links.</summary>
internal static partial class Crawl
{
    /// <summary>The first address of each kind of page, in the order in which they are met; addresses that differ only in what is shown are one kind.</summary>
    /// <param name="browser">Whose links are followed.</param>
    /// <param name="each">So many of each kind are searched for further links.</param>
    public static async Task<IReadOnlyList<(string Kind, string Address)>> PagesAsync(IAPIRequestContext browser, int each)
    {
        var found = new List<(string Kind, string Address)>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var searched = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", "/account/signin"]);
        while (waiting.TryDequeue(out var address))
        {
            var kind = KindOf(address);
            if (!met.Add(address) || searched.GetValueOrDefault(kind) >= each)
            {
                continue;
            }

            var answer = await browser.GetAsync(address, new() { MaxRedirects = 0 });
            if (answer.Status != (int)HttpStatusCode.OK || !answer.Headers.GetValueOrDefault("content-type", string.Empty).StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }

            if (searched.TryAdd(kind, 0))
            {
                found.Add((kind, address));
            }

            searched[kind]++;
            foreach (Match link in Link().Matches(await answer.TextAsync()))
            {
                waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }

        return found;
    }

    // A view of a page is a kind of its own, a filter or an order of a list is not.
    private static string KindOf(string address)
    {
        var (path, query) = address.Split('?') is [var p, var q, ..] ? (p, q) : (address, string.Empty);
        var kind = Published().Replace(Id().Replace(path, "id"), "/$1/id");
        return query.StartsWith("view=", StringComparison.Ordinal) ? $"{kind}-{query[5..]}" : kind;
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")]
    private static partial Regex Id();

    [GeneratedRegex("^/(templates|plans)/[^/]+(/[0-9]+)?")]
    private static partial Regex Published();
}
