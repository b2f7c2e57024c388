using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Commands;

/// <summary>The verbs of the one executable; exit 0 done, 1 input refused, 2 wrong usage; errors go to standard error, never as a stack trace.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("--help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException { InnerException: SqliteException })
        {
            await Console.Error.WriteLineAsync(Databases.Refusal(e as SqliteException ?? (SqliteException)e.InnerException!, "SQLite").Message);
            return Refused;
        }
        catch (Exception e) when (e is FileRefusedException or RefusedException or CalendarRangeException or DatabaseRefusedException or SealException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    private static RootCommand Root() => new("ProcurementEval")
    {
        MigrateCommand.Create(),
        VerifyAuditCommand.Create(),
    };
}
