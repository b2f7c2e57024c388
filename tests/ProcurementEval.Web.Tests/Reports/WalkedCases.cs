using System.Text.Json;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>The five published cases, each walked once for all tests, with the files they leave.</summary>
public sealed class WalkedCases : IAsyncLifetime
{
    public static readonly string[] Names = ["changsha-2022", "fenghuang-2024", "fengyang-2023", "longhua-2024", "xinhu-2024"];
    private readonly Dictionary<string, WalkedCase> cases = [];

    internal WalkedCase this[string name] => cases[name];

    internal IReadOnlyDictionary<string, WalkedCase> All => cases;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in Names)
        {
            cases[name] = await WalkAsync(name);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<WalkedCase> WalkAsync(string name)
    {
        var folder = Directory.CreateTempSubdirectory("walked-");
        try
        {
            var walked = WalkCase.Read(Path.Combine(ReportCase.Root, "evaluation-templates", "cases", $"{name}.yaml"));
            await using var db = await Databases.OpenAsync("sqlite", $"Data Source={Path.Combine(folder.FullName, "walk.db")};Pooling=False", Schema.Migrated);
            var walk = new Walk(walked, db);
            await walk.RunAsync((_, _) => { });
            var files = new WalkReports(walk, auditRoot: null, new FontSet()).All().ToDictionary(f => f.Name, f => f.Content);
            var summary = JsonDocument.Parse(SummaryOf.Json(await SummaryOf.WalkAsync(walk, [])));
            PrintedTable[] tables =
            [
                new("tender-report", walked.TemplateOf(walked.Plan.Value.Tender.Template), [.. walk.State.Ranking.Select(b => b.Score)]),
                .. walk.Evaluations.Select(e => new PrintedTable($"{e.Rule.Kind}-report", walked.TemplateOf(e.Rule.Template), [.. e.Subjects.Select(s => s.Result)])),
            ];
            return new WalkedCase(files, summary.RootElement, tables);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>What one walk left, and the results that its reports print.</summary>
internal sealed record WalkedCase(IReadOnlyDictionary<string, byte[]> Files, JsonElement Summary, IReadOnlyList<PrintedTable> Reports);

/// <summary>One report: its file's name, its template, and the result of each table in the order of printing.</summary>
internal sealed record PrintedTable(string Name, Template Template, IReadOnlyList<ScoreResult> Results);
