using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Hosting;

/// <summary>The data folder before the site starts: made, migrated (SQLite; a MySQL server is migrated by its verb only), and either a demo's or not.</summary>
internal static class DataFolder
{
    private const string DemoMark = "demo.txt";

    /// <exception cref="DatabaseRefusedException">The database cannot be used, or a demo's data would be served as real or real data as a demo.</exception>
    public static async Task PrepareAsync(SiteSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        new FileStore(settings.FilesFolder).Sweep();
        var mark = Path.Combine(settings.Folder, DemoMark);
        await using var db = await Databases.OpenAsync(settings.Provider, settings.DatabaseConnection, settings.Provider == Databases.Sqlite ? Schema.Migrated : Schema.Required);
        var empty = !await db.Users.AnyAsync();
        if (!settings.Demo && File.Exists(mark))
        {
            throw new DatabaseRefusedException("DemoFolderAsReal", settings.Folder);
        }

        if (settings.Demo && !empty && !File.Exists(mark))
        {
            throw new DatabaseRefusedException("RealFolderAsDemo", settings.Folder);
        }

        if (settings.Demo && empty)
        {
            await File.WriteAllTextAsync(mark, "Invented data. The accounts of this folder have published passwords.\n");
            await SeedAsync(db, settings);
        }
    }

    // All contracts or none; then the accounts. A start that was interrupted is made good by the next.
    private static async Task SeedAsync(AppDbContext db, SiteSettings settings)
    {
        var catalogue = Catalogue.Around(Path.Combine(AppContext.BaseDirectory, "any"));
        var demo = await db.Parties.AnyAsync()
            ? DemoFile.Read(catalogue)
            : await Demo.SeedAsync(db, catalogue, ServerKey.At(settings.KeyFile, RandomNumberGenerator.GetBytes), contract => Console.WriteLine(Sentences.Of("DemoSeeded", [contract.Code, contract.Title])));
        var hasher = new PasswordHasher<User>();
        var parties = await db.Parties.ToDictionaryAsync(p => p.Code, p => p.Id);
        foreach (var account in demo.Accounts)
        {
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                UserName = account.UserName,
                NormalizedUserName = account.UserName.ToUpperInvariant(),
                Name = account.Name,
                Role = account.Role,
                PartyId = account.PartyCode is { } code ? parties[code] : null,
                ManagesParty = account.PartyCode is not null && account.Role == Role.Agency,
                SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
                LockoutEnabled = true,
            };
            user.PasswordHash = hasher.HashPassword(user, demo.Password);
            db.Add(user);
        }

        db.Acting = new Act(Actor.Job("demo"), Demo.StartOf(demo));
        await db.SaveChangesAsync();
    }
}
