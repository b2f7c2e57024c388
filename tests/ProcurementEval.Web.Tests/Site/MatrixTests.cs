using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Data;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>
/// Every end-point, read and posted to by every account of two purchasers, two finance bureaux, two evaluation bodies, six agencies, eight assessors, the auditor and the administrator, and by nobody.
/// What is expected comes from the table of permissions and from whose the thing is (<see cref="Cast"/>): own → let in, another's → 404, not his kind of work → 403, not signed in → the sign-in or 401.
/// </summary>
public sealed class MatrixTests(MatrixTests.World world, ITestOutputHelper output) : IClassFixture<MatrixTests.World>
{
    private const string Token = "__RequestVerificationToken";

    public static TheoryData<string> Patterns => [.. MatrixRows.All.Select(r => r.Pattern)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Rows_AreThoseOfTheSite()
    {
        var patterns = world.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}".ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(patterns, MatrixRows.All.Select(r => r.Pattern).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Get_ByEverybody_IsAnsweredAsTheTableSays(string pattern)
    {
        var (row, url) = await RowAsync(pattern);
        var wrong = new List<string>();
        Check(wrong, row, null, "GET", await StatusAsync(world.Nobody, url));
        foreach (var player in Cast.Everybody)
        {
            Check(wrong, row, player, "GET", await StatusAsync(await world.ClientAsync(player), url));
        }

        output.WriteLine($"{Cast.Everybody.Count + 1} cells");
        Assert.Empty(wrong);
    }

    // The policy forbids it; a page that needed it would not work.
    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Page_OfEveryRoute_HasNoInlineScriptOrStyle(string pattern)
    {
        var (row, url) = await RowAsync(pattern);
        using var answer = await (row.Requires is null ? world.Nobody : await world.ClientAsync(Cast.Everybody.FirstOrDefault(p => May(row, p)) ?? Cast.Everybody[0])).GetAsync(url, Stop);

        Assert.Empty(answer.Content.Headers.ContentType?.MediaType == "text/html" ? HeaderTests.Inline(await Browsing.ParseAsync(answer)) : []);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Post_ByEverybody_IsAnsweredAsTheTableSaysAndChangesNothing(string pattern)
    {
        var (row, url) = await RowAsync(pattern);
        var wrong = new List<string>();
        var before = await RecordsAsync();
        Check(wrong, row, null, "POST", await PostAsync(world.Nobody, url, "nobody", [new(Token, await TokenAsync(world.Nobody, "/account/signin"))]));
        foreach (var player in Cast.Everybody.Where(p => !May(row, p)))
        {
            Check(wrong, row, player, "POST", await PostAsync(await world.ClientAsync(player), url, player.Account, [new(Token, await world.TokenAsync(player))]));
        }

        Assert.Equal(before, await RecordsAsync());
        foreach (var player in Cast.Everybody.Where(p => May(row, p)))
        {
            await SubmitEmptyAsync(wrong, row, player, url);
        }

        Assert.Empty(wrong);
    }

    // Without the token of a page nothing is reached, however much one may.
    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Post_WithoutToken_IsRefused(string pattern)
    {
        var (row, url) = await RowAsync(pattern);
        foreach (var player in Cast.Everybody.Where(p => row.Requires is not null && May(row, p)).Take(1))
        {
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(await world.ClientAsync(player), url, player.Account, []));
        }
    }

    private static bool May(MatrixRow row, Player player) => (row.Requires is not { } permission || Permissions.Table[permission].Contains(player.Role)) && row.Owns(player);

    // What the answer must be, and whether it is that.
    private static void Check(List<string> wrong, MatrixRow row, Player? player, string method, HttpStatusCode status)
    {
        var (expected, right) = player switch
        {
            _ when row.Requires is null => ("an answer", (int)status is < 500 and not 401 and not 403),
            null when method == "GET" => ("302", status == HttpStatusCode.Found),
            null => ("401", status == HttpStatusCode.Unauthorized),
            _ when !Permissions.Table[row.Requires.Value].Contains(player.Role) => ("403", status == HttpStatusCode.Forbidden),
            _ when !row.Owns(player) => ("404", status == HttpStatusCode.NotFound),
            _ => ("let in", (int)status is < 500 and not 401 and not 403 and not 404),
        };
        if (!right)
        {
            wrong.Add($"{method} by {player?.Account ?? "nobody"}: {expected}, was {(int)status}");
        }
    }

    // The forms of the page as they are, but every field empty and seen in a state that never was; where it shows none, an empty one, which is not known to the site.
    private async Task SubmitEmptyAsync(List<string> wrong, MatrixRow row, Player player, string url)
    {
        var (client, token) = (await world.ClientAsync(player), await world.TokenAsync(player));
        var forms = (await client.ReadAsync(url)).QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().ToArray();
        var before = await RecordsAsync();
        foreach (var form in forms)
        {
            var mark = form.Elements.OfType<IHtmlInputElement>().Where(i => i is { Type: "hidden", Name: "Mark" }).Select(i => new KeyValuePair<string, string>("Mark", i.Value));
            Check(wrong, row, player, "POST", await PostAsync(client, form.GetAttribute("action") is { Length: > 0 } action ? action : url, player.Account, [.. mark, new("Seen", "-1"), new(Token, token)]));
        }

        if (forms.Length == 0 && await PostAsync(client, url, player.Account, [new(Token, token)]) is var status && status != HttpStatusCode.NotFound)
        {
            Check(wrong, row, player, "POST", status);
        }

        if (row.Acts)
        {
            world.Forget(player);
        }
        else if (before != await RecordsAsync())
        {
            wrong.Add($"An empty form of {player.Account} changed something.");
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url, Stop);
        return answer.StatusCode;
    }

    // The sheet's script sends JSON.
    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string url, string user, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var json = url.EndsWith("/save", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = json ? JsonContent.Create(new { user }) : new FormUrlEncodedContent(fields) };
        if (json)
        {
            request.Headers.TryAddWithoutValidation("RequestVerificationToken", fields.Where(f => f.Key == Token).Select(f => f.Value).FirstOrDefault());
        }

        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(HttpClient client, string url) => (await client.ReadAsync(url)).QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;

    private async Task<(MatrixRow Row, string Url)> RowAsync(string pattern)
    {
        var row = MatrixRows.All.Single(r => r.Pattern == pattern);
        return (row, row.Url(row.Id is { } find ? await world.Site.InDatabaseAsync(db => find(db, row.Project!)) : null));
    }

    // Every change of the database adds to the audit chains, from which nothing goes away.
    private Task<int> RecordsAsync() => world.Site.InDatabaseAsync(db => db.AuditRecords.CountAsync(Stop));

    /// <summary>One site for the whole matrix, on the server where there is one, and a browser for each account.</summary>
    public sealed class World : IAsyncLifetime
    {
        private readonly Dictionary<string, HttpClient> clients = [];
        private readonly Dictionary<string, string> tokens = [];

        public TestSite Site { get; private set; } = null!;

        public HttpClient Nobody { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await DemoSite.StartAsync(new TestDatabase());
            Nobody = Site.Anonymous();
        }

        internal async Task<HttpClient> ClientAsync(Player player) => clients.TryGetValue(player.Account, out var client) ? client : clients[player.Account] = await Site.SignedInAsync(player.Account);

        internal async Task<string> TokenAsync(Player player) => tokens.TryGetValue(player.Account, out var token) ? token : tokens[player.Account] = await MatrixTests.TokenAsync(await ClientAsync(player), "/account/signout");

        internal void Forget(Player player)
        {
            clients.Remove(player.Account);
            tokens.Remove(player.Account);
        }

        public ValueTask DisposeAsync() => Site?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
