using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Data;

/// <summary>The one way to a database: every verb opens it here, so that none works on a newer, foreign or broken one.</summary>
public static class Databases
{
    public const string Sqlite = "sqlite";
    private const int NotThere = 14;
    private const int ReadOnly = 8;

    /// <exception cref="DatabaseRefusedException">The database cannot be used; the message says why and what to do.</exception>
    public static async Task<AppDbContext> OpenAsync(string provider, string connection, Schema schema) => (await OpenedAsync(provider, connection, schema)).Db;

    /// <summary>Brings a database to this program's version; says from which (null from an empty one) to which.</summary>
    /// <exception cref="DatabaseRefusedException">The database cannot be used; the message says why and what to do.</exception>
    public static async Task<(string? From, string To)> MigrateAsync(string provider, string connection)
    {
        var (db, from) = await OpenedAsync(provider, connection, Schema.Migrated);
        await using (db)
        {
            return (from, db.Database.GetMigrations().Last());
        }
    }

    /// <summary>What SQLite says, as a sentence.</summary>
    public static DatabaseRefusedException Refusal(SqliteException e, string database) => new(
        e.SqliteErrorCode switch
        {
            5 or 6 => "DatabaseLocked",
            ReadOnly => "DatabaseReadOnly",
            11 or 26 => "DatabaseCorrupt",
            13 => "DatabaseFull",
            NotThere => "DatabaseCannotOpen",
            19 => "DatabaseConflict",
            _ => "DatabaseFails",
        },
        database, e.SqliteErrorCode);

    private static async Task<(AppDbContext Db, string? From)> OpenedAsync(string provider, string connection, Schema schema)
    {
        var db = Context(provider, connection, schema);
        try
        {
            return (db, await PrepareAsync(db, schema));
        }
        catch (Exception e)
        {
            await db.DisposeAsync();
            if (e is SqliteException sqlite)
            {
                throw Refusal(sqlite, connection);
            }

            throw;
        }
    }

    /// <summary>Whether a save broke a unique index or a key.</summary>
    public static bool Duplicate(DbUpdateException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };
    }

    /// <summary>A context on a database that was opened, and so checked, before.</summary>
    /// <exception cref="DatabaseRefusedException">No such provider, or the connection cannot be read.</exception>
    public static AppDbContext Context(string provider, string connection) => Context(provider, connection, Schema.Migrated);

    private static SqliteDbContext Context(string provider, string connection, Schema schema)
    {
        if (!string.Equals(provider, Sqlite, StringComparison.Ordinal))
        {
            throw new DatabaseRefusedException("ProviderUnknown", provider, Sqlite);
        }

        try
        {
            var address = new SqliteConnectionStringBuilder(connection);
            if (schema == Schema.Required && address.Mode == SqliteOpenMode.ReadWriteCreate)
            {
                address.Mode = SqliteOpenMode.ReadWrite;
            }

            return address.DataSource.Length == 0 ? throw new DatabaseRefusedException("ConnectionUnreadable", connection) : SqliteDbContext.On(address.ConnectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new DatabaseRefusedException("ConnectionUnreadable", connection);
        }
    }

    private static async Task<string?> PrepareAsync(SqliteDbContext db, Schema schema)
    {
        await db.Database.OpenConnectionAsync();
        var known = db.Database.GetMigrations().ToArray();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToArray();
        Refuse(applied.Except(known, StringComparer.Ordinal).Any(), "DatabaseNewer", applied.LastOrDefault(), known[^1]);
        Refuse(applied.Length == 0 && await HasTablesAsync(db), "DatabaseForeign", db.Database.GetDbConnection().DataSource);
        Refuse(schema == Schema.Required && applied.Length < known.Length, "DatabaseOlder", applied.LastOrDefault() ?? DataSentences.Of("Empty"), known[^1]);
        if (schema == Schema.Migrated && applied.Length < known.Length)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await db.Database.MigrateAsync();
        }

        return applied.LastOrDefault();
    }

    private static void Refuse(bool refused, string code, params object?[] arguments)
    {
        if (refused)
        {
            throw new DatabaseRefusedException(code, arguments);
        }
    }

    private static async Task<bool> HasTablesAsync(SqliteDbContext db) =>
        await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'").SingleAsync() > 0;
}
