using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

/// <summary>What stands around every page, over real HTTP on loopback.</summary>
public sealed class LookTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("look-");
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = new SiteSettings("http://127.0.0.1:0", folder.FullName, Databases.Sqlite, Connection: null, Demo: false);
        await DataFolder.PrepareAsync(settings);
        site = Hosting.Site.Build(settings);
        site.MapGet("/fails", string () => throw new InvalidOperationException("the secret of the house")).AllowAnonymous();
        site.MapGet("/refuses/{status:int}", (int status) => Results.StatusCode(status)).AllowAnonymous();
        await site.StartAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = new Uri(site.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-MO", "zh-Hant")]
    [InlineData("en-GB,zh;q=0.5", "en")]
    [InlineData("fr, en;q=0.8", "en")]
    [InlineData("ja", "zh-Hans")]
    public async Task Language_IsWhatTheBrowserAsksFor(string asked, string given) =>
        Assert.Contains($"<html lang=\"{given}\"", await TextAsync("/account/signin", ("Accept-Language", asked)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?a=1", "/?a=1")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task Language_Chosen_GoesBeforeTheBrowserAndBackToAPageOfThisSiteOnly(string back, string expected)
    {
        using var answer = await ChooseAsync("/settings/language", new() { ["language"] = "zh-Hant", ["returnUrl"] = back });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains("<html lang=\"zh-Hant\"", await TextAsync("/account/signin", ("Accept-Language", "en"), ("Cookie", Cookies(answer))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dark", "data-bs-theme=\"dark\"")]
    [InlineData("Light", "data-bs-theme=\"light\"")]
    [InlineData("Auto", "data-bs-theme=\"auto\"")]
    public async Task Theme_Chosen_IsRenderedByTheServer(string theme, string expected)
    {
        using var answer = await ChooseAsync("/settings/theme", new() { ["theme"] = theme, ["returnUrl"] = "/" });

        var page = await TextAsync("/account/signin", ("Cookie", Cookies(answer)));

        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings/language", "language", "tlh")]
    [InlineData("/settings/theme", "theme", "7")]
    public async Task Setting_Unknown_IsRefusedAndKeepsNothing(string address, string name, string value)
    {
        using var answer = await ChooseAsync(address, new() { [name] = value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        // The error page's own forms bring their token; no choice is kept.
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        Assert.DoesNotContain(cookies, c => c.StartsWith(".AspNetCore.Culture", StringComparison.Ordinal) || c.StartsWith("theme", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(400, "请求读不懂")]
    [InlineData(403, "您没有这项权限")]
    [InlineData(404, "找不到这一页")]
    [InlineData(409, "别人先改了")]
    [InlineData(413, "文件太大")]
    [InlineData(422, "按规则现在不能这样办")]
    [InlineData(429, "太频繁了")]
    [InlineData(500, "系统出错了")]
    [InlineData(503, "系统出错了")]
    public async Task Refusals_AreToldInASentenceUnderTheirStatus(int status, string sentence)
    {
        using var answer = await client.GetAsync(new Uri($"/refuses/{status}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"<h1>{sentence}</h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_TellsItsNumberAndNothingElse_UnderTheSameHeaders()
    {
        using var answer = await client.GetAsync(new Uri("/fails", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("编号 <code>[^<]{8,}</code>", page);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorPage_AskedForByItself_DoesNotExist()
    {
        using var answer = await client.GetAsync(new Uri("/errors/500", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task StyleSheets_AreOursPackedAndKept()
    {
        var page = await TextAsync("/account/signin");
        var address = page.Split("href=\"").Select(p => p.Split('"')[0]).Single(p => p.StartsWith("/tabler.min.css?v=", StringComparison.Ordinal));
        using var request = Get(address, ("Accept-Encoding", "gzip"));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Get(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static string Cookies(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    private async Task<string> TextAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = Get(address, headers);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    // The form as the page renders it, antiforgery included.
    private async Task<HttpResponseMessage> ChooseAsync(string address, Dictionary<string, string> fields)
    {
        using var start = await client.GetAsync(new Uri("/account/signin", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await start.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        const string field = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        fields["__RequestVerificationToken"] = page[(page.IndexOf(field, StringComparison.Ordinal) + field.Length)..].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", Cookies(start));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
