using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>The verbs of the one executable; exit 0 done, 1 input refused, 2 wrong usage; errors go to standard error, never as a stack trace.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Runs one verb, writing to the given ends.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync(Sentences.Of("SeeHelp", []));
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (Exception e) when (Told(e) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                await errors.WriteLineAsync(sentence);
            }

            return Refused;
        }
    }

    // What a person can do something about; anything else is a defect of the program and may crash.
    private static IEnumerable<string>? Told(Exception e) => e switch
    {
        FileRefusedException refused => refused.Faults.Select(f => Sentences.Of(f)),
        RefusedException refused => refused.Unmet.Select(u => Sentences.Of(u.Code, u.Arguments)),
        ScoreInputException refused => refused.Faults.Select(f => Sentences.Of(f.Code, f.Arguments)),
        CalendarRangeException calendar => [Sentences.Of("CalendarTooShort", [calendar.CalendarId, calendar.Date])],
        IOException { InnerException: AddressInUseException taken } => [Sentences.Of("AddressTaken", [taken.Message])],
        IOException or UnauthorizedAccessException => [Sentences.Of("FilesRefused", [e.Message])],
        DatabaseRefusedException or SealException or FontNotFoundException => [e.Message],
        _ => Databases.CauseOf(e) is { } refused ? [DatabaseRefusedException.Of(refused).Message] : null,
    };

    private static RootCommand Root()
    {
        var root = new RootCommand(Sentences.Of("ProgramHelp", []))
        {
            WalkCommand.Create(),
            ScoreCommand.Create(),
            CheckTemplateCommand.Create(),
            VerifyAuditCommand.Create(),
            MigrateCommand.Create(),
            ServeCommand.Create(),
            AddAdministratorCommand.Create(),
        };
        root.SetAction((_, stop) => ServeCommand.RunAsync(stop));
        return root;
    }
}
