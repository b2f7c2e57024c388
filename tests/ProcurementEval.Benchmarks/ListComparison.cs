using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Tests.Site;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Benchmarks;

/// <summary>The filtered list of 40,000 contracts as its readers get it, over HTTP and signed in, against a minimal end-point that runs the very statements which the page runs and answers with their rows.</summary>
internal static class ListComparison
{
    private const int Count = 40_000;
    private const int Requests = 10;
    private const string Password = "only for this measurement";
    private const string List = "/contracts?stage=Delivering&region=%E4%B9%99%E5%8C%BA&sort=-sum";
    private const string Root = "http://127.0.0.1:0";

    public static Comparison Create() => CreateAsync().GetAwaiter().GetResult();

    private static async Task<Comparison> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("list-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var settings = new SiteSettings(Root, folder, Databases.Sqlite, Connection: null, Demo: false) { SignInsPerMinute = 100 };
        await DataFolder.PrepareAsync(settings);
        var site = Site.Build(settings, services => services.AddLogging(l => l.ClearProviders()));
        await site.StartAsync();
        await FillAsync(site);
        var reader = await SignedInAsync(site);

        await using var database = new SqliteConnection(settings.DatabaseConnection);
        using var listening = new Statements(database);
        await reader.GetStringAsync(List);
        var statements = listening.Take();
        var minimal = await MinimalAsync(settings.DatabaseConnection, statements);
        return new Comparison($"filtered list of {Count} contracts, {statements.Count} statements", "a minimal end-point running the same SQL", () => Ask(reader, List), () => Ask(minimal, "/list"))
        {
            Rounds = 11,
            Pieces = Requests,
        };
    }

    private static async Task FillAsync(WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var catalogue = new Catalogue(Path.Combine(Repository(), "evaluation-templates"));
        await BulkSeeder.SeedAsync(db, catalogue.Plan(new TemplateReference("xinhu-2024", 1)), Count, new DateTimeOffset(2025, 6, 2, 1, 0, 0, TimeSpan.Zero));
        db.Acting = new Act(Actor.Job("benchmark"), DateTimeOffset.UnixEpoch);
        await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(new User { Id = Guid.CreateVersion7(), UserName = "auditor", Name = "auditor", Role = Role.Auditor }, Password);
    }

    private static async Task<HttpClient> SignedInAsync(WebApplication site)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.Single()) };
        var page = await client.GetStringAsync("/account/signin");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        var answer = await client.PostAsync("/account/signin", new FormUrlEncodedContent([new("Account", "auditor"), new("Password", Password), new("__RequestVerificationToken", token)]));
        return answer.StatusCode == System.Net.HttpStatusCode.Found ? client : throw new InvalidOperationException($"Sign-in was answered with {answer.StatusCode}.");
    }

    private static async Task<HttpClient> MinimalAsync(string connection, IReadOnlyList<Statement> statements)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(Root);
        app.MapGet("/list", () => Results.Json(Run(connection, statements)));
        await app.StartAsync();
        return new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    private static List<object?[]> Run(string connection, IReadOnlyList<Statement> statements)
    {
        using var db = new SqliteConnection(connection);
        db.Open();
        var rows = new List<object?[]>();
        foreach (var statement in statements)
        {
            using var command = db.CreateCommand();
            command.CommandText = statement.Text;
            foreach (var (name, value) in statement.Parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var row = new object?[reader.FieldCount];
                reader.GetValues(row!);
                rows.Add(row);
            }
        }

        return rows;
    }

    private static void Ask(HttpClient client, string url)
    {
        for (var i = 0; i < Requests; i++)
        {
            client.GetStringAsync(url).GetAwaiter().GetResult();
        }
    }

    private static string Repository()
    {
        var up = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(up, "ProcurementEval.sln")))
        {
            up = Path.GetDirectoryName(up)!;
        }

        return up;
    }
}
