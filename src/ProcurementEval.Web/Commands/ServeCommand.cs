using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.WebEncoders;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>serve, the verb when none is named: the site; for now the cases walked and their reports.</summary>
internal static class ServeCommand
{
    private const string Address = "http://localhost:5080";

    public static Command Create()
    {
        var (folder, address) = (Folder(), Addresses());
        var command = new Command("serve", Sentences.Of("ServeHelp", [])) { folder, address };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(address), stop));
        return command;
    }

    /// <summary>What the executable does without a verb.</summary>
    public static Task<int> RunAsync(CancellationToken stop) => RunAsync("out", Address, stop);

    public static WebApplication Site(string folder, string address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(ServeCommand).Assembly.GetName().Name });
        builder.WebHost.UseUrls(address);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // What stops the start is told as one sentence by the command line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddLook();
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(new WalkedCases(folder));
        var site = builder.Build();
        site.UseLook();
        site.MapRazorPages();
        site.MapMethods("/reports/{name}/{file}", [HttpMethods.Get, HttpMethods.Head], (string name, string file, WalkedCases walked) => walked.Find(name, file) is { } path
            ? Results.File(path, TypeOf(file), Path.GetExtension(file) is ".pdf" or ".json" ? null : file)
            : Results.NotFound());
        return site;
    }

    private static async Task<int> RunAsync(string folder, string address, CancellationToken stop)
    {
        await using var site = Site(folder, address);
        await site.RunAsync(stop);
        return CommandLine.Done;
    }

    private static Option<string> Folder() => new("--out") { Description = Sentences.Of("ServeOut", []), DefaultValueFactory = _ => "out" };

    private static Option<string> Addresses() => new("--urls") { Description = Sentences.Of("ServeUrls", []), DefaultValueFactory = _ => Address, Validators = { RequireAddress } };

    private static void RequireAddress(OptionResult result)
    {
        var text = result.GetValueOrDefault<string>();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            result.AddError(Sentences.Of("AddressUnreadable", [text ?? string.Empty, Address]));
        }
    }

    private static string TypeOf(string file) => new FileExtensionContentTypeProvider().TryGetContentType(file, out var type) ? type : "application/octet-stream";
}
