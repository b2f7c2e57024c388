using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Tests.Templates;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The built site as a process of its own is killed while 200 uploads and 1,000 score saves are under way: whatever it had acknowledged is there when it runs again. Only in tests/run --long.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Uploads = 200;
    private const int Saves = 1000;
    private readonly ConcurrentBag<(string Name, string Sha256)> uploaded = [];
    private readonly ConcurrentBag<(Guid Sheet, string Item, int Sequence, string Comment)> saved = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Kill_DuringUploadsAndSaves_LosesNothingThatWasAcknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("kill-");
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        using (var site = await StartAsync(folder, address))
        {
            var work = await BeginAsync(folder, address);
            while (uploaded.Count < Uploads / 4 || saved.Count < Saves / 4)
            {
                Assert.False(work.IsCompleted, "It was over before it could be killed.");
                await Task.Delay(10, Stop);
            }

            site.Kill();
            await site.WaitForExitAsync(Stop);
            await work;
        }

        output.WriteLine($"{uploaded.Count} of {Uploads} uploads and {saved.Count} of about {Saves} saves were acknowledged");
        Assert.True(uploaded.Count < Uploads || saved.Count < Saves);
        using (var again = await StartAsync(folder, address))
        {
            await CheckAsync(folder);
            again.Kill();
            await again.WaitForExitAsync(Stop);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<Process> StartAsync(DirectoryInfo folder, Uri address)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Shipped.Root, "src", "ProcurementEval.Web", "bin", configuration, "net10.0", "ProcurementEval.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--demo", "--data", folder.FullName, "--urls", address.OriginalString]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var site = Process.Start(start)!;
        site.BeginOutputReadLine();
        site.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(10) && !site.HasExited; await Task.Delay(200, Stop))
        {
            try
            {
                (await client.GetAsync("/account/signin", Stop)).EnsureSuccessStatusCode();
                return site;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException("The site did not start.");
    }

    // Everything is asked for at once; what the death of the site cuts off was not acknowledged.
    private async Task<Task> BeginAsync(DirectoryInfo folder, Uri address)
    {
        var agency = await SignedInAsync(address, "heyuan");
        var (contract, sheets) = await FindAsync(folder);
        var upload = $"/contracts/{contract}/evidence/upload";
        var forms = new List<IReadOnlyList<KeyValuePair<string, string>>>();
        foreach (var _ in Enumerable.Range(0, Uploads))
        {
            forms.Add(Browsing.Filled(await agency.ReadAsync(upload), upload, "main form[enctype]").Fields);
        }

        var items = new List<(HttpClient Client, Guid Sheet, string User, string Item, string Points, int Sequence)>();
        foreach (var evaluator in sheets.GroupBy(s => s.Assessor))
        {
            var client = await SignedInAsync(address, evaluator.Key);
            foreach (var sheet in evaluator.Select(s => s.Id))
            {
                var page = await client.ReadAsync($"/sheets/{sheet}");
                if (!client.DefaultRequestHeaders.Contains("RequestVerificationToken"))
                {
                    client.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
                }

                items.AddRange(page.QuerySelectorAll("[data-item]").Select(i => (client, sheet, evaluator.Key, i.GetAttribute("data-item")!, i.QuerySelector("input[name^='points.']")!.GetAttribute("value")!, int.Parse(i.GetAttribute("data-sequence")!, CultureInfo.InvariantCulture))));
            }
        }

        var each = (Saves + items.Count - 1) / items.Count;
        return Task.WhenAll([.. forms.Select((f, n) => UploadAsync(agency, $"{upload}?handler=Files", f, n)), .. items.Select(i => SaveAsync(i.Client, i.Sheet, i.User, i.Item, i.Points, i.Sequence, each))]);
    }

    private async Task UploadAsync(HttpClient client, string url, IReadOnlyList<KeyValuePair<string, string>> fields, int number)
    {
        var (name, content) = ($"evidence-{number}.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"invented evidence {number}\n", 2000))));
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(content), "Files", name);
        try
        {
            using var answer = await client.PostAsync(url, form, Stop);
            if (answer.StatusCode == HttpStatusCode.Found)
            {
                uploaded.Add((name, Convert.ToHexStringLower(SHA256.HashData(content))));
            }
        }
        catch (HttpRequestException)
        {
            // Cut off.
        }
    }

    private async Task SaveAsync(HttpClient client, Guid sheet, string user, string item, string points, int sequence, int times)
    {
        try
        {
            foreach (var turn in Enumerable.Range(1, times))
            {
                var comment = $"第{turn}次";
                using var answer = await client.PostAsJsonAsync($"/sheets/{sheet}/save", new { item, points, comment, typedOn = sequence, user }, Stop);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    return;
                }

                sequence = (int)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["sequence"]!;
                saved.Add((sheet, item, sequence, comment));
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Cut off.
        }
    }

    private static async Task<(Guid Contract, IReadOnlyList<(Guid Id, string Assessor)> Sheets)> FindAsync(DirectoryInfo folder)
    {
        await using var db = await OpenAsync(folder);
        var open = new List<(Guid, string)>();
        foreach (var project in new[] { "HP2024", "LT2024" })
        {
            var contract = await Sample.ContractAsync(db, project);
            var sheets = await db.Sheets.AsNoTracking().Where(s => s.SignedAt == null && db.Evaluations.Any(e => e.Id == s.EvaluationId && e.ContractId == contract && e.Stage == Domain.Evaluations.EvaluationStage.Open)).ToListAsync(Stop);
            open.AddRange(sheets.Where(s => s.Scores.Count > 0).Select(s => (s.Id, s.Assessor)));
        }

        return (await Sample.ContractAsync(db, "ML2024"), open);
    }

    private async Task CheckAsync(DirectoryInfo folder)
    {
        await using var db = await OpenAsync(folder);
        var sheets = await db.Sheets.AsNoTracking().ToDictionaryAsync(s => s.Id, Stop);
        Assert.All(saved, s => Assert.Contains(sheets[s.Sheet].Scores, k => k.Item == s.Item && k.Sequence == s.Sequence && k.Comment == s.Comment));
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.Name.StartsWith("evidence-")).ToDictionaryAsync(e => e.Name, e => e.Sha256!, Stop);
        var store = new FileStore(Path.Combine(folder.FullName, "files"));
        foreach (var (name, sha256) in uploaded)
        {
            Assert.Equal(sha256, evidence[name]);
            await using var content = store.Open(sha256);
            Assert.Equal(sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Stop)));
        }
    }

    private static async Task<HttpClient> SignedInAsync(Uri address, string account)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 40 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        using var answer = await client.SubmitAsync("/account/signin", ("Account", account), ("Password", DemoFile.Read(Shipped.Catalogue).Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    private static Task<AppDbContext> OpenAsync(DirectoryInfo folder) => Databases.OpenAsync(Databases.Sqlite, $"Data Source={Path.Combine(folder.FullName, "procurement-eval.db")};Pooling=False", Schema.Required);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
