using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Web;

/// <summary>The data folder before the site starts: made, migrated (SQLite; a MySQL server is migrated by its verb only), and either a demo's or not.</summary>
internal static class DataFolder
{
    private const string DemoMark = "demo.txt";

    /// <exception cref="DatabaseRefusedException">The database cannot be used, or a demo's data would be served as real or real data as a demo.</exception>
    public static async Task PrepareAsync(SiteSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        var mark = Path.Combine(settings.Folder, DemoMark);
        await using var db = await Databases.OpenAsync(settings.Provider, settings.DatabaseConnection, settings.Provider == Databases.Sqlite ? Schema.Migrated : Schema.Required);
        var empty = !db.Users.Any();
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
        }
    }
}
