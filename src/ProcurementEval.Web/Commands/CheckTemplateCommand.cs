using System.CommandLine;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>check-template FILE…: prints every fault of templates, plans, cases, calendars, limits and score inputs.</summary>
internal static class CheckTemplateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Sentences.Of("CheckTemplateFiles", []) };
        var command = new Command("check-template", Sentences.Of("CheckTemplateHelp", [])) { files };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(files)!));
        return command;
    }

    private static async Task<int> RunAsync(string[] files)
    {
        var refused = false;
        foreach (var path in files)
        {
            refused |= !await CheckAsync(path);
        }

        return refused ? CommandLine.Refused : CommandLine.Done;
    }

    private static async Task<bool> CheckAsync(string path)
    {
        try
        {
            var file = YamlFile.Read(path);
            var warnings = FileCheck.Require(file, Catalogue.Around(path));
            foreach (var warning in warnings)
            {
                await Console.Out.WriteLineAsync(Sentences.Of(warning));
            }

            await Console.Out.WriteLineAsync(Sentences.Of("FileGood", [path, warnings.Count, file.Sha256]));
            return true;
        }
        catch (FileRefusedException e)
        {
            foreach (var fault in e.Faults)
            {
                await (fault.Severity == Severity.Block ? Console.Error : Console.Out).WriteLineAsync(Sentences.Of(fault));
            }

            return false;
        }
    }
}
