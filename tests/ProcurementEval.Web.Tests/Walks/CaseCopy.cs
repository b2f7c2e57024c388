using System.Text.Json.Nodes;
using ProcurementEval.Web.Commands;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Tests.Data;
using ProcurementEval.Web.Tests.Templates;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>A copy of the shipped templates in a folder of its own, in which one case may be changed, and the verbs run on it.</summary>
internal sealed class CaseCopy : IDisposable
{
    private readonly Lazy<TestDatabase> database = new(() => new());
    private readonly string folder = Directory.CreateTempSubdirectory("walk-").FullName;

    public CaseCopy(string id)
    {
        foreach (var file in Directory.EnumerateFiles(Shipped.Catalogue.Folder, "*.yaml", SearchOption.AllDirectories).Where(f => !f.Contains("/cases/", StringComparison.Ordinal) || f.EndsWith($"/{id}.yaml", StringComparison.Ordinal)))
        {
            var copy = In(Path.GetRelativePath(Shipped.Catalogue.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Case = In($"cases/{id}.yaml");
    }

    public string Case { get; }

    public string Out => In("out");

    /// <summary>Its own database, made when it is asked for.</summary>
    public TestDatabase Database => database.Value;

    public string In(string name) => Path.Combine(folder, name);

    /// <summary>Replaces the first place of a text in the case, or the last; returns its line.</summary>
    public int Change(string from, string to, bool last = false)
    {
        var text = File.ReadAllText(Case);
        var at = last ? text.LastIndexOf(from, StringComparison.Ordinal) : text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{Case} does not hold “{from}”.");
        File.WriteAllText(Case, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
        return 1 + text[..at].Count(c => c == '\n');
    }

    /// <summary>walk, by the verb.</summary>
    public Task<Ran> WalkAsync(params string[] more) => VerbAsync(["walk", Case, "--out", Out, .. more]);

    /// <summary>walk, by the verb, on a named database.</summary>
    public async Task<Ran> WalkAsync(TestDatabase named)
    {
        await named.ReadyAsync();
        return await WalkAsync(named.Options);
    }

    public static async Task<Ran> VerbAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync(args, output, errors);
        return new Ran(exit, output.ToString(), errors.ToString());
    }

    /// <summary>The walk itself, without the reports: what summary.json would say.</summary>
    public async Task<Walked> SummaryAsync()
    {
        await using var db = TestDatabase.OnServer ? await Database.OpenAsync() : await Databases.OpenAsync(Databases.Sqlite, "Data Source=:memory:", Schema.Migrated);
        var walk = new Walk(WalkCase.Read(Case), db);
        await walk.RunAsync((_, _) => { });
        return new Walked(JsonNode.Parse(SummaryOf.Json(await SummaryOf.WalkAsync(walk, [])))!);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        if (database.IsValueCreated)
        {
            Database.Dispose();
        }
    }
}

/// <summary>What a verb left: exit code, standard output, standard error.</summary>
internal sealed record Ran(int Exit, string Output, string Errors);
