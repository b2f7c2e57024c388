using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Web.Security;

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

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Post_ByEverybody_IsAnsweredAsTheTableSaysAndChangesNothing(string pattern)
    {
        var (row, url) = await RowAsync(pattern);
        var wrong = new List<string>();
        var before = await RecordsAsync();
        Check(wrong, row, null, "POST", (await SendAsync(world.Nobody, url, [new(Token, await TokenAsync(world.Nobody, "/account/signin"))])).StatusCode);
        foreach (var player in Cast.Everybody.Where(p => !May(row, p)))
        {
            var client = await world.ClientAsync(player);
            Check(wrong, row, player, "POST", (await SendAsync(client, url, [new(Token, await TokenAsync(client, "/account/own"))])).StatusCode);
        }

        Assert.Equal(before, await RecordsAsync());
        foreach (var player in Cast.Everybody.Where(p => May(row, p)))
        {
            var client = await world.ClientAsync(player);
            foreach (var status in await SubmitEmptyAsync(client, url))
            {
                Check(wrong, row, player, "POST", status);
            }

            if (row.Acts)
            {
                world.Forget(player);
            }
        }

        Assert.True(row.Acts || before == await RecordsAsync(), "An empty form changed something.");
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
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(await world.ClientAsync(player), url, [])).StatusCode);
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

    // The forms of the page as they are, but every field empty and seen in a state that never was; or an empty one.
    private static async Task<IReadOnlyList<HttpStatusCode>> SubmitEmptyAsync(HttpClient client, string url)
    {
        var page = await client.ReadAsync(url);
        var token = await TokenAsync(client, "/account/own");
        var statuses = new List<HttpStatusCode>();
        foreach (var form in page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
        {
            var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden" && i.Name is "Mark").Select(i => new KeyValuePair<string, string>(i.Name!, i.Value)).ToList();
            fields.AddRange([new("Seen", "-1"), new(Token, token)]);
            statuses.Add((await SendAsync(client, form.GetAttribute("action") is { Length: > 0 } action ? action : url, fields)).StatusCode);
        }

        return statuses.Count > 0 ? statuses : [(await SendAsync(client, url, [new(Token, token)])).StatusCode];
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url, Stop);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string url, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        // The sheet's script sends JSON.
        if (!url.EndsWith("/save", StringComparison.Ordinal))
        {
            return client.PostAsync(url, new FormUrlEncodedContent(fields), Stop);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", fields.Where(f => f.Key == Token).Select(f => f.Value).FirstOrDefault());
        return client.SendAsync(request, Stop);
    }

    private static async Task<string> TokenAsync(HttpClient client, string url) => (await client.ReadAsync(url)).QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;

    private async Task<(MatrixRow Row, string Url)> RowAsync(string pattern)
    {
        var row = MatrixRows.All.Single(r => r.Pattern == pattern);
        return (row, row.Url(row.Id is { } find ? await world.Site.InDatabaseAsync(db => find(db, row.Project!)) : null));
    }

    // Every change of the database is in the audit chains.
    private Task<string> RecordsAsync() => world.Site.InDatabaseAsync(async db => string.Join('\n', await db.AuditRecords.OrderBy(r => r.Hash).Select(r => r.Hash).ToListAsync(Stop)));

    /// <summary>One site for the whole matrix, and a browser for each account.</summary>
    public sealed class World : IAsyncLifetime
    {
        private readonly Dictionary<string, HttpClient> clients = [];

        public TestSite Site { get; private set; } = null!;

        public HttpClient Nobody { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await DemoSite.StartAsync();
            Nobody = Site.Anonymous();
        }

        internal async Task<HttpClient> ClientAsync(Player player) => clients.TryGetValue(player.Account, out var client) ? client : clients[player.Account] = await Site.SignedInAsync(player.Account);

        internal void Forget(Player player) => clients.Remove(player.Account);

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
