using System.Net;
using ProcurementEval.Web.Commands;

namespace ProcurementEval.Web.Tests.Commands;

/// <summary>The start page over real HTTP on loopback.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private const string Summary = """
        {"contract":{"number":"XH-2024-01","amount":"2445000.00","start":"2024-10-01","end":"2025-09-30","state":"renewed"},
         "instalments":[{"paid":"733500.00"},{"paid":"1344750.00"}],"result":{"total":"94.15","grade":"excellent"},
         "files":[{"path":"final-report.pdf"},{"path":"../secret.txt"}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("serve-");
    private readonly HttpClient client = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        Write("secret.txt", "outside");
        site = ServeCommand.Site(Path.Combine(folder.FullName, "out"), "http://127.0.0.1:0");
        await site.StartAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = new Uri(site.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_NothingWalked_SaysWhatToDo() => Assert.Contains("-- walk evaluation-templates/cases/xinhu-2024.yaml", await GetAsync("/"), StringComparison.Ordinal);

    // 733,500.00 + 1,344,750.00 = 2,078,250.00
    [Fact]
    public async Task Start_CaseWalked_ShowsItsFiguresInTheReadersLanguage()
    {
        Walked("xinhu", Summary);

        var chinese = await GetAsync("/", "zh-CN");
        var english = await GetAsync("/", "en-GB");

        Assert.All(["XH-2024-01", "¥2,445,000.00", "¥2,078,250.00", "94.15 优秀", "已续约", "href=\"/reports/xinhu/final-report.pdf\""], text => Assert.Contains(text, chinese, StringComparison.Ordinal));
        Assert.All(["94.15 excellent", "renewed", "Final report PDF"], text => Assert.Contains(text, english, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_SummaryDamaged_SaysSoAndShowsTheOthers()
    {
        Walked("damaged", "{");
        Walked("xinhu", Summary);

        var page = await GetAsync("/", "en");

        Assert.Contains("1 folders hold a summary.json that cannot be read", page, StringComparison.Ordinal);
        Assert.Contains("XH-2024-01", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/xinhu/final-report.pdf", HttpStatusCode.OK)]
    [InlineData("/reports/xinhu/summary.json", HttpStatusCode.OK)]
    [InlineData("/reports/xinhu/unlisted.pdf", HttpStatusCode.NotFound)]
    [InlineData("/reports/xinhu/..%2Fsecret.txt", HttpStatusCode.NotFound)]
    [InlineData("/reports/..%2F..%2F/secret.txt", HttpStatusCode.NotFound)]
    [InlineData("/reports/other/summary.json", HttpStatusCode.NotFound)]
    public async Task Reports_AreServedOnlyWhereASummaryListsThem(string address, HttpStatusCode expected)
    {
        Walked("xinhu", Summary);
        Write("out/xinhu/final-report.pdf", "%PDF-");
        Write("out/xinhu/unlisted.pdf", "%PDF-");

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_CarryAStrictPolicy_AndThePageNeedsNoInlineStyleOrScript()
    {
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.All(["<script", "style=", "<style", "onclick"], inline => Assert.DoesNotContain(inline, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("--accent", await GetAsync("/site.css"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AddressTaken_IsRefusedWithASentence()
    {
        using var errors = new StringWriter();

        var code = await CommandLine.RunAsync(["serve", "--urls", site.Urls.Single()], TextWriter.Null, errors);

        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains("--urls", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5080")]
    [InlineData("ftp://localhost")]
    [InlineData("")]
    public async Task Serve_NoAddress_IsWrongUsage(string address) =>
        Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(["serve", "--urls", address], TextWriter.Null, TextWriter.Null));

    private void Walked(string name, string summary) => Write($"out/{name}/summary.json", summary);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    private async Task<string> GetAsync(string address, string language = "zh-CN")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept-Language", language);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
