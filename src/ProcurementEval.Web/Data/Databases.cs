using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace ProcurementEval.Web.Data;

/// <summary>The one way to a database: every verb opens it here, so that none works on a newer, foreign or broken one.</summary>
public static class Databases
{
    public const string Sqlite = "sqlite";
    public const string MySql = "mysql";

    /// <exception cref="DatabaseRefusedException">The database cannot be used; the message says why and what to do.</exception>
    public static async Task<AppDbContext> OpenAsync(string provider, string connection, Schema schema) =>
        (await OpenedAsync(provider, connection, provider == MySql ? Schema.Required : schema)).Db;

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

    /// <summary>What the database itself said; null where it said nothing. The object mapping wraps it, some of it twice.</summary>
    public static DbException? CauseOf(Exception? e) => e as DbException ?? (e is null ? null : CauseOf(e.InnerException));

    private static async Task<(AppDbContext Db, string? From)> OpenedAsync(string provider, string connection, Schema schema)
    {
        var db = Context(provider, connection, schema);
        try
        {
            return (db, await PrepareAsync(db, schema));
        }
        catch (Exception e)
        {
            var place = db.Place;
            await db.DisposeAsync();
            if (CauseOf(e) is { } refused)
            {
                throw DatabaseRefusedException.Of(refused, place);
            }

            throw;
        }
    }

    /// <summary>Whether a save broke a unique index or a key.</summary>
    public static bool Duplicate(DbUpdateException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or MySqlException { ErrorCode: MySqlErrorCode.DuplicateKeyEntry };
    }

    /// <summary>A context on a database that was opened, and so checked, before.</summary>
    /// <exception cref="DatabaseRefusedException">No such provider, or the connection cannot be read.</exception>
    public static AppDbContext Context(string provider, string connection) => Context(provider, connection, Schema.Migrated);

    private static AppDbContext Context(string provider, string connection, Schema schema)
    {
        try
        {
            return provider switch
            {
                Sqlite => SqliteContext(connection, schema),
                MySql => MySqlDbContext.On(connection),
                _ => throw new DatabaseRefusedException("ProviderUnknown", provider, $"{Sqlite}, {MySql}"),
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new DatabaseRefusedException(provider == Sqlite ? "ConnectionUnreadable" : "ServerUnreadable", connection);
        }
    }

    private static SqliteDbContext SqliteContext(string connection, Schema schema)
    {
        var address = new SqliteConnectionStringBuilder(connection);
        ArgumentException.ThrowIfNullOrEmpty(address.DataSource, nameof(connection));
        if (schema == Schema.Required && address.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            address.Mode = SqliteOpenMode.ReadWrite;
        }

        return SqliteDbContext.On(address.ConnectionString);
    }

    private static async Task<string?> PrepareAsync(AppDbContext db, Schema schema)
    {
        await db.Database.OpenConnectionAsync();
        var known = db.Database.GetMigrations().ToArray();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToArray();
        Refuse(applied.Except(known, StringComparer.Ordinal).Any(), "DatabaseNewer", applied.LastOrDefault(), known[^1]);
        Refuse(applied.Length == 0 && await db.CountTablesAsync() > 0, "DatabaseForeign", db.Place);
        Refuse(schema == Schema.Required && applied.Length < known.Length, "DatabaseOlder", applied.LastOrDefault() ?? DataSentences.Of("Empty"), known[^1]);
        if (schema == Schema.Migrated && applied.Length < known.Length)
        {
            await db.MigrateAsync();
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
}
