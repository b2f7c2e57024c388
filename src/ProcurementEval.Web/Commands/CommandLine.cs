using System.CommandLine;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Workflow;
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

            await errors.WriteLineAsync("--help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (FileRefusedException e)
        {
            foreach (var fault in e.Faults)
            {
                await errors.WriteLineAsync(Sentences.Of(fault));
            }

            return Refused;
        }
        catch (Exception e) when (e is RefusedException or CalendarRangeException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    private static RootCommand Root() => new("ProcurementEval")
    {
        CheckTemplateCommand.Create(),
        ScoreCommand.Create(),
        WalkCommand.Create(),
    };
}
