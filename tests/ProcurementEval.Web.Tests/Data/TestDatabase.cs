using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

/// <summary>A database of its own, gone with the test: a file, or one on the server that PROCUREMENTEVAL_TEST_MYSQL names.</summary>
public sealed partial class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PROCUREMENTEVAL_TEST_MYSQL");
    private readonly string name;

    public TestDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("pe-").FullName;
        name = System.IO.Path.GetFileName(Folder);
        if (OnServer)
        {
            Execute(Server!, $"CREATE DATABASE `{name}`");
        }
    }

    public static bool OnServer => Server is not null;

    public static string Provider => OnServer ? Databases.MySql : Databases.Sqlite;

    /// <summary>A folder of the test's own.</summary>
    public string Folder { get; }

    /// <summary>The file, where it is one.</summary>
    public string Path => System.IO.Path.Combine(Folder, "app.db");

    public string Connection => OnServer ? $"{Server};Database={name};Pooling=False;GuidFormat=Binary16" : $"Data Source={Path};Pooling=False";

    /// <summary>How a verb is told.</summary>
    public string[] Options => ["--provider", Provider, "--connection", Connection];

    /// <summary>On a server only the verb migrate makes tables.</summary>
    public Task ReadyAsync() => OnServer ? Databases.MigrateAsync(Provider, Connection) : Task.CompletedTask;

    public async Task<AppDbContext> OpenAsync(Schema schema = Schema.Migrated)
    {
        if (schema == Schema.Migrated)
        {
            await ReadyAsync();
        }

        return await Databases.OpenAsync(Provider, Connection, schema);
    }

    /// <summary>What somebody does behind the program's back; returns the rows it touched. Ids are written as on SQLite.</summary>
    public int Tamper(string sql) => Execute(Connection, OnServer ? "SET foreign_key_checks = 0; " + Id().Replace(sql, id => "x" + id.Value.Replace("-", string.Empty, StringComparison.Ordinal)) : "PRAGMA foreign_keys = OFF; " + sql);

    /// <summary>One value; an id as its text, whole numbers as long.</summary>
    public object? Scalar(string sql)
    {
        using var connection = Open(Connection);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() switch
        {
            Guid id => id.ToString().ToUpperInvariant(),
            decimal whole => (long)whole,
            var other => other,
        };
    }

    /// <summary>Every table and row as it is.</summary>
    public void CopyTo(TestDatabase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!OnServer)
        {
            Execute(Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(Path, other.Path);
            return;
        }

        var tables = (string)Scalar($"SELECT GROUP_CONCAT(table_name) FROM information_schema.tables WHERE table_schema = '{name}'")!;
        Execute(Connection, string.Concat(tables.Split(',').Select(t => $"CREATE TABLE `{other.name}`.`{t}` LIKE `{t}`; INSERT INTO `{other.name}`.`{t}` SELECT * FROM `{t}`;")));
    }

    public void Dispose()
    {
        if (OnServer)
        {
            Execute(Server!, $"DROP DATABASE `{name}`");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static int Execute(string connection, string sql)
    {
        using var opened = Open(connection);
        using var command = opened.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static DbConnection Open(string connection)
    {
        DbConnection opened = OnServer ? new MySqlConnection(connection) : new SqliteConnection(connection);
        opened.Open();
        return opened;
    }

    [GeneratedRegex("'[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
