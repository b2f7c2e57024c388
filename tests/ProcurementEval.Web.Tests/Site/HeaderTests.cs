using System.Net;
using System.Net.Mime;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>What every answer carries, and what no page contains.</summary>
public sealed class HeaderTests : IAsyncLifetime
{
    private TestSite site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        await site.AddAccountAsync("auditor", Role.Auditor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Page, file, script, refusal, and what is not there.
    [Theory]
    [InlineData("/account/own", HttpStatusCode.OK)]
    [InlineData("/contracts.xlsx", HttpStatusCode.OK)]
    [InlineData("/session.js", HttpStatusCode.OK)]
    [InlineData("/contracts/00000000-0000-0000-0000-000000000001/publish-final", HttpStatusCode.Forbidden)]
    [InlineData("/contracts/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Answer_OfAnyKind_CarriesTheHeaders(string url, HttpStatusCode status)
    {
        var answer = await (await site.SignedInAsync("auditor")).GetAsync(url, Stop);

        Assert.Equal(status, answer.StatusCode);
        Check(answer);
        Assert.True(url.EndsWith(".js", StringComparison.Ordinal) || answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(MediaTypeNames.Text.Html, MediaTypeNames.Text.Html)]
    [InlineData(MediaTypeNames.Application.Json, MediaTypeNames.Application.ProblemJson)]
    public async Task Failure_IsAnsweredAsAskedAndTellsNothingOfItself(string asked, string answered)
    {
        await using var broken = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero), services => services.AddScoped<Scope>(_ => throw new InvalidOperationException("the inner words")));
        await broken.AddAccountAsync("auditor", Role.Auditor);
        var client = await broken.SignedInAsync("auditor");
        client.DefaultRequestHeaders.Accept.ParseAdd(asked);

        var answer = await client.GetAsync("/contracts", Stop);

        Assert.Equal((HttpStatusCode.InternalServerError, answered), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("inner words", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Check(answer);
    }

    // Asked for by itself it is a page like any other that does not exist.
    [Theory]
    [InlineData("/errors/500")]
    [InlineData("/errors/403")]
    public async Task ErrorPage_AskedForByItself_IsNotThere(string url)
    {
        var answer = await site.Anonymous().GetAsync(url, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("404", (await Browsing.ParseAsync(answer)).QuerySelector(".status-code")!.TextContent);
    }

    // The body is announced and not sent: the answer comes before it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_LargerThanIsTaken_IsToldSo(bool signedIn)
    {
        var client = signedIn ? await site.SignedInAsync("auditor") : site.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/own") { Content = new ByteArrayContent(new byte[120 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        request.Headers.ExpectContinue = true;

        var answer = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("413", (await Browsing.ParseAsync(answer)).QuerySelector(".status-code")!.TextContent);
    }

    // More fields than are read: the form cannot be, and neither can it be while its error page is written.
    [Fact]
    public async Task Form_ThatCannotBeRead_IsABadRequest()
    {
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 1100).Select(i => KeyValuePair.Create($"field{i}", "a")));

        var answer = await (await site.SignedInAsync("auditor")).PostAsync("/account/own", form, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("400", (await Browsing.ParseAsync(answer)).QuerySelector(".status-code")!.TextContent);
    }

    [Fact]
    public async Task Answer_ToJson_CarriesTheHeaders()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/contracts/00000000-0000-0000-0000-000000000001");
        request.Headers.Accept.ParseAdd(MediaTypeNames.Application.Json);

        var answer = await (await site.SignedInAsync("auditor")).SendAsync(request, Stop);

        Assert.Equal(MediaTypeNames.Application.ProblemJson, answer.Content.Headers.ContentType!.MediaType);
        Check(answer);
    }

    [Fact]
    public async Task Cookies_AreForTheServerAndThisSiteAlone()
    {
        var client = site.Anonymous();
        var answers = new[] { await client.GetAsync("/account/signin", Stop), await client.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password)) };

        string[] cookies = [.. answers.SelectMany(a => a.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])];
        Assert.True(cookies.Length >= 2);
        Assert.All(cookies, c => Assert.Matches(new Regex("httponly", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), c));
        Assert.All(cookies, c => Assert.Matches(new Regex("samesite=(lax|strict)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), c));
    }

    // The framework's version 3: a marker, PBKDF2 with HMAC-SHA512, rounds, length of the salt, 16 bytes of salt, 32 of key: 13 + 16 + 32 = 61 bytes.
    [Fact]
    public async Task Password_IsKeptAsTheFrameworksHash()
    {
        var hash = Convert.FromBase64String(await site.InDatabaseAsync(db => db.Users.Select(u => u.PasswordHash!).SingleAsync(Stop)));

        Assert.Equal((61, 1, 2), (hash.Length, hash[0], hash[4]));
    }

    [Fact]
    public async Task SignIn_MoreOftenThanAllowed_MustWait()
    {
        await using var strict = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero), signInsPerMinute: 3);
        var client = strict.Anonymous();
        var statuses = new List<HttpStatusCode>();
        foreach (var attempt in Enumerable.Range(1, 4))
        {
            statuses.Add((await client.SubmitAsync("/account/signin", ("Account", $"nobody-{attempt}"), ("Password", "wrong password"))).StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], statuses);
    }

    /// <summary>Nothing in a page that the policy forbids.</summary>
    internal static IEnumerable<string> Inline(IHtmlDocument page) => page.All.SelectMany(e => e.Attributes.Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).Select(a => $"<{e.LocalName} {a.Name}>")
        .Concat(e.LocalName == "style" || (e is IHtmlScriptElement { Source: null or "" } script && script.Type is not "application/json") ? [$"<{e.LocalName}>"] : []));

    private static void Check(HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : string.Empty;
        var policy = Header("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "DENY", "same-origin"), (Header("X-Content-Type-Options"), Header("X-Frame-Options"), Header("Referrer-Policy")));
        Assert.Equal(("same-origin", "same-origin"), (Header("Cross-Origin-Opener-Policy"), Header("Cross-Origin-Resource-Policy")));
        Assert.Empty(Header("Server"));
        Assert.Empty(Header("X-Powered-By"));
    }
}
