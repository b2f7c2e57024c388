using System.CommandLine;
using System.CommandLine.Parsing;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>serve, the verb when none is named: the site.</summary>
internal static class ServeCommand
{
    private const string Address = "http://localhost:5080";
    private const string DemoVariable = "PROCUREMENTEVAL_DEMO";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = Sentences.Of("ServeUrls", []), DefaultValueFactory = _ => Address, Validators = { RequireAddress } };
        var folder = new Option<string>("--data") { Description = Sentences.Of("ServeData", []), DefaultValueFactory = _ => "data" };
        var demo = new Option<bool>("--demo") { Description = Sentences.Of("ServeDemo", []), DefaultValueFactory = _ => DemoWanted };
        var proxy = new Option<string?>("--proxy") { Description = Sentences.Of("ServeProxy", []), Validators = { RequireProxy } };
        var database = new DatabaseOptions(required: false);
        var command = new Command("serve", Sentences.Of("ServeHelp", [])) { urls, folder, demo, proxy, database.Provider, database.Connection };
        command.SetAction((parsed, stop) => RunAsync(new SiteSettings(parsed.GetRequiredValue(urls), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(database.Provider), parsed.GetValue(database.Connection), parsed.GetRequiredValue(demo)) { Proxy = parsed.GetValue(proxy) }, stop));
        return command;
    }

    /// <summary>What the executable does without a verb.</summary>
    public static Task<int> RunAsync(CancellationToken stop) => RunAsync(new SiteSettings(Address, "data", Databases.Sqlite, Connection: null, DemoWanted), stop);

    // Set by the project's launch profile, so that a fresh clone shows something; an installed program is real unless it is told otherwise.
    private static bool DemoWanted => Environment.GetEnvironmentVariable(DemoVariable) is "1";

    private static async Task<int> RunAsync(SiteSettings settings, CancellationToken stop)
    {
        await DataFolder.PrepareAsync(settings);
        await using var site = Site.Build(settings);
        await site.RunAsync(stop);
        return CommandLine.Done;
    }

    private static void RequireAddress(OptionResult result)
    {
        var text = result.GetValueOrDefault<string>();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            result.AddError(Sentences.Of("AddressUnreadable", [text ?? string.Empty, Address]));
        }
    }

    private static void RequireProxy(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } text && !System.Net.IPAddress.TryParse(text, out _))
        {
            result.AddError(Sentences.Of("ProxyUnreadable", [text]));
        }
    }
}
