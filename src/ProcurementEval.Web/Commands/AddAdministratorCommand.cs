using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Commands;

/// <summary>add-administrator NAME: the first account of an installation. Its password is read from standard input, never from the command line, where others could see it.</summary>
internal static class AddAdministratorCommand
{
    public static Command Create()
    {
        var account = new Argument<string>("ACCOUNT") { Description = Sentences.Of("AdministratorAccount", []) };
        var folder = new Option<string>("--data") { Description = Sentences.Of("ServeData", []), DefaultValueFactory = _ => "data" };
        var database = new DatabaseOptions(required: false);
        var command = new Command("add-administrator", Sentences.Of("AdministratorHelp", [])) { account, folder, database.Provider, database.Connection };
        command.SetAction(async (parsed, _) =>
        {
            var settings = new SiteSettings("http://127.0.0.1:0", parsed.GetRequiredValue(folder), parsed.GetRequiredValue(database.Provider), parsed.GetValue(database.Connection), Demo: false);
            await DataFolder.PrepareAsync(settings);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Sentences.Of("AdministratorPassword", []));
            return await AddAsync(settings, parsed.GetRequiredValue(account), Console.In.ReadLine() ?? string.Empty, parsed.InvocationConfiguration);
        });
        return command;
    }

    private static async Task<int> AddAsync(SiteSettings settings, string account, string password, InvocationConfiguration console)
    {
        await using var site = Site.Build(settings);
        using var scope = site.Services.CreateScope();
        var (users, db) = (scope.ServiceProvider.GetRequiredService<UserManager<User>>(), scope.ServiceProvider.GetRequiredService<AppDbContext>());
        if (await db.Users.AnyAsync(u => u.Role == Role.Administrator))
        {
            await console.Error.WriteLineAsync(Sentences.Of("AdministratorExists", []));
            return CommandLine.Refused;
        }

        db.Acting = new Act(Actor.Job("installation"), TimeProvider.System.Instant());
        var result = await users.CreateAsync(new User { Id = Guid.CreateVersion7(), UserName = account, Name = account, Role = Role.Administrator }, password);
        if (result.Succeeded)
        {
            await console.Output.WriteLineAsync(Sentences.Of("AdministratorAdded", [account]));
            return CommandLine.Done;
        }

        foreach (var error in result.Errors)
        {
            await console.Error.WriteLineAsync(SiteText.NameOr("Account.Error", error.Code));
        }

        return CommandLine.Refused;
    }
}
