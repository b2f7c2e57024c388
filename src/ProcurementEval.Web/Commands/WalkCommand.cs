using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>walk CASE: takes a published tender through its whole life and leaves the reports and summary.json.</summary>
internal static class WalkCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("CASE.yaml") { Description = Sentences.Of("WalkCase", []) };
        var folder = new Option<string?>("--out") { Description = Sentences.Of("WalkOut", []) };
        var database = new DatabaseOptions(required: false);
        var command = new Command("walk", Sentences.Of("WalkHelp", [])) { file, folder, database.Provider, database.Connection };
        command.SetAction(async (parsed, _) =>
        {
            var walked = WalkCase.Read(parsed.GetRequiredValue(file));
            using var place = new DatabasePlace(parsed.GetValue(database.Connection));
            await using var db = await Databases.OpenAsync(parsed.GetRequiredValue(database.Provider), place.Connection, Schema.Migrated);
            await WalkAsync(walked, db, parsed.GetValue(folder) ?? Path.Combine("out", walked.File.Id), parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task WalkAsync(WalkCase walked, AppDbContext db, string folder, TextWriter output)
    {
        if (await db.Contracts.AnyAsync(c => c.Number == walked.File.Contract.Number))
        {
            throw new FileRefusedException(walked.Path, 1, "CaseWalkedBefore", walked.File.Contract.Number);
        }

        // A walk that is refused half-way, or whose files cannot be written, leaves nothing in a named database either.
        await using var transaction = await db.Database.BeginTransactionAsync();
        var walk = new Walk(walked, db);
        try
        {
            await walk.RunAsync((date, stage) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}  {Sentences.Of(stage.Code, stage.Arguments)}")));
        }
        catch (RefusedException e)
        {
            throw new FileRefusedException([.. e.Unmet.Select(u => FileFault.Block(walked.Path, 1, "WalkRefused", walk.State.Time.Today, Sentences.Of(u.Code, u.Arguments)))]);
        }

        var anchor = await AuditAnchor.AnchorAsync(db, walk.State.Time.Now);
        (string Name, byte[] Content)[] files = [.. new WalkReports(walk, anchor.Root, new FontSet()).All(), ("anchor.json", anchor.ToJson())];
        var summary = await SummaryOf.WalkAsync(walk, [.. files.Select(f => new SummaryFile(f.Name, WalkReports.Sha256(f.Content), f.Content.Length))]);
        await WalkOutput.WriteAsync(folder, [.. files, ("summary.json", SummaryOf.Json(summary))], () => transaction.CommitAsync());
        await output.WriteLineAsync(Sentences.Of("WalkDone", [walk.State.Contract.Number, walk.State.Contract.Stage, files.Length + 1, folder]));
    }

    /// <summary>The named database, or a temporary file that goes when the walk is over.</summary>
    private sealed class DatabasePlace : IDisposable
    {
        private readonly DirectoryInfo? temporary;

        public DatabasePlace(string? connection)
        {
            temporary = connection is null ? Directory.CreateTempSubdirectory("procurement-eval-") : null;
            Connection = connection ?? $"Data Source={Path.Combine(temporary!.FullName, "walk.db")};Pooling=False";
        }

        public string Connection { get; }

        public void Dispose() => temporary?.Delete(recursive: true);
    }
}
