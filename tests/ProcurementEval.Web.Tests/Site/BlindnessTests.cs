using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>
/// Two sites that differ only in what is hidden: the sum of a sealed bid, who else has bid or withdrawn and so how many bids stand, and an assessor's points before they are published.
/// Everybody else, the purchaser, the auditor and the administrator too, gets the same bytes from both, on every page, file and export.
/// </summary>
public sealed partial class BlindnessTests(BlindnessTests.World world, ITestOutputHelper output) : IClassFixture<BlindnessTests.World>
{
    private const string Tender = "ZT2025";
    private const string Evaluation = "HP2024";

    /// <summary>Who knows the secret of a project, because it is his own.</summary>
    private static readonly Dictionary<string, string> Knows = new() { ["mingde"] = Tender, ["ruilin"] = Tender, ["qihang"] = Tender, ["heyuan"] = Tender, ["evaluator-a"] = Evaluation };

    public static TheoryData<string> Accounts => [.. Cast.Everybody.Select(p => p.Account)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task EveryAnswer_OfTwoSitesThatDifferInSecrets_IsTheSame(string account)
    {
        var client = world.Clients[account];
        var differing = new List<string>();
        var seen = 0;
        foreach (var (url, project) in world.Urls.Where(u => !Knows.TryGetValue(account, out var known) || (u.Project is not null && u.Project != known)))
        {
            var (one, other) = (await BytesAsync(client, world.One, url), await BytesAsync(client, world.Other, url));
            seen++;
            if (!one.AsSpan().SequenceEqual(other))
            {
                differing.Add($"{url} ({project}): {Difference(Encoding.UTF8.GetString(one), Encoding.UTF8.GetString(other))}");
            }
        }

        output.WriteLine($"{seen} answers compared");
        Assert.Empty(differing);
    }

    // The comparison does see the secret where it is shown.
    [Fact]
    public async Task OwnAnswer_OfWhoKnowsTheSecret_Differs()
    {
        var sheet = $"/sheets/{world.Sheet}";

        Assert.NotEqual(await BytesAsync(world.Clients["evaluator-a"], world.One, sheet), await BytesAsync(world.Clients["evaluator-a"], world.Other, sheet));
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, TestSite site, string url)
    {
        using var answer = await client.GetAsync(new Uri(site.Address, url), Stop);
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        var head = Encoding.UTF8.GetBytes($"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Content.Headers.ContentDisposition}\n");
        return [.. head, .. answer.Content.Headers.ContentType?.MediaType switch
        {
            { } type when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) => Masked(Encoding.UTF8.GetString(body)),
            { } type when type.EndsWith("sheet", StringComparison.Ordinal) => Masked(await PartsAsync(body)),
            _ => body,
        }];
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
        return $"“{Around(one)}” ≠ “{Around(other)}”";
    }

    private static byte[] Masked(string text) => Encoding.UTF8.GetBytes(Random().Replace(text, "*"));

    // What a workbook says; how it was packed is not looked at.
    private static async Task<string> PartsAsync(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.Append(part.FullName).Append('\n').Append(await reader.ReadToEndAsync(Stop));
        }

        return text.ToString();
    }

    // Tokens and marks of forms, ids drawn (version 7), numbers of traces and connections, and hashes over random salts (whole, or the twelve digits of a receipt) are random by themselves.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-7[0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-9a-f]{32,64}|[0-9a-f]{12}|[0-9A-F]{12}|0H[0-9A-Z]{11}:[0-9A-F]{8}", RegexOptions.None, 60_000)]
    private static partial Regex Random();

    /// <summary>The two sites, and the browsers of all accounts, which both know.</summary>
    public sealed class World : IAsyncLifetime
    {
        public TestSite One { get; private set; } = null!;

        public TestSite Other { get; private set; } = null!;

        public Dictionary<string, HttpClient> Clients { get; } = [];

        /// <summary>Every end-point with each project that has something for it.</summary>
        public List<(string Url, string? Project)> Urls { get; } = [];

        public Guid Sheet { get; private set; }

        public async ValueTask InitializeAsync()
        {
            One = await DemoSite.StartAsync();
            foreach (var player in Cast.Everybody)
            {
                Clients[player.Account] = await One.SignedInAsync(player.Account);
            }

            Other = await One.CopyAsync();
            await FindAsync();
            Sheet = await One.InDatabaseAsync(db => Sample.SheetAsync(db, Evaluation, "evaluator-a"));
            await ScoreAsync(One, b => b.First());
            await ScoreAsync(Other, b => b.Last());
            var tender = await One.InDatabaseAsync(db => Sample.TenderAsync(db, Tender));
            await BidAsync(One, "mingde", tender, "1000000");
            await BidAsync(Other, "mingde", tender, "1234567");
            await BidAsync(Other, "ruilin", tender, "1500000");

            // Of the two that had bid before: three bids stand on one site, two, and so too few, on the other.
            foreach (var agency in new[] { "qihang", "heyuan" })
            {
                Assert.Equal(System.Net.HttpStatusCode.Found, (await (await Other.SignedInAsync(agency)).SubmitAsync($"/tenders/{tender}/withdraw")).StatusCode);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Other.DisposeAsync();
            await One.DisposeAsync();
        }

        private static async Task BidAsync(TestSite site, string agency, Guid tender, string quote) => await BidForm.SendAsync(await site.SignedInAsync(agency), tender, quote);

        // Two of the levels that the sheet offers; both are a save, so that only the points differ.
        private async Task ScoreAsync(TestSite site, Func<IEnumerable<string>, string> choose)
        {
            var client = await site.SignedInAsync("evaluator-a");
            var page = await client.ReadAsync($"/sheets/{Sheet}");
            var item = page.QuerySelectorAll("[data-item]").First(i => i.QuerySelectorAll("[data-points]").Length > 1);
            var points = choose(item.QuerySelectorAll("[data-points]").Select(b => b.GetAttribute("data-points")!));
            client.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
            var typedOn = int.Parse(item.GetAttribute("data-sequence")!, CultureInfo.InvariantCulture);
            using var answer = await client.PostAsJsonAsync($"/sheets/{Sheet}/save", new { item = item.GetAttribute("data-item"), points, comment = "理由", typedOn, user = "evaluator-a" }, Stop);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }

        private async Task FindAsync()
        {
            foreach (var row in MatrixRows.All.Where(r => r.Pattern is not "/account/signout"))
            {
                foreach (var project in row.Project is null ? (string?[])[null] : [.. new[] { row.Project, Tender, Evaluation }.Distinct()])
                {
                    if (row.Id is null)
                    {
                        Urls.Add((row.Url(null), null));
                    }
                    else if (await IdAsync(row, project!) is { } id)
                    {
                        Urls.Add((row.Url(id), project));
                        Urls.Add((row.Url(id).Replace("mid-term", "final", StringComparison.Ordinal).Replace(".xlsx", ".pdf", StringComparison.Ordinal), project));
                    }
                }
            }

            var published = await One.InDatabaseAsync(db => Sample.ProjectAsync(db, Tender));
            Urls.AddRange([("/audit/export/xlsx", null), ("/audit?of=ZT2025", null), ($"/audit/chain?verify=1&of=project:{published}", Tender), ("/contracts?q=HP2024", null), ("/tenders?q=ZT2025", null)]);
            var once = Urls.Distinct().ToArray();
            Urls.Clear();
            Urls.AddRange(once);
        }

        private async Task<Guid?> IdAsync(MatrixRow row, string project)
        {
            try
            {
                return await One.InDatabaseAsync(db => row.Id!(db, project));
            }
            catch (InvalidOperationException)
            {
                return null; // This project has none.
            }
        }
    }
}
