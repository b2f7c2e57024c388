using System.CommandLine;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Commands;

/// <summary>migrate: creates a database or brings it to this program's version.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var database = new DatabaseOptions(required: true);
        var command = new Command("migrate", DataSentences.Of("MigrateSummary")) { database.Provider, database.Connection };
        command.SetAction(async (parsed, _) =>
        {
            var (from, to) = await Databases.MigrateAsync(parsed.GetValue(database.Provider)!, parsed.GetValue(database.Connection)!);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(from == to ? DataSentences.Of("UpToDate", to) : DataSentences.Of("Migrated", from ?? DataSentences.Of("Empty"), to));
            return CommandLine.Done;
        });
        return command;
    }
}
