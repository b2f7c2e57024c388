using Microsoft.Data.Sqlite;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

/// <summary>A database file of its own, gone with the test.</summary>
public sealed class DatabaseFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pe-").FullName;

    public string Path => System.IO.Path.Combine(folder, "app.db");

    public string Folder => folder;

    public string Connection => $"Data Source={Path};Pooling=False";

    public Task<AppDbContext> OpenAsync(Schema schema = Schema.Migrated) => Databases.OpenAsync(Databases.Sqlite, Connection, schema);

    /// <summary>What somebody does behind the program's back; returns the rows it touched.</summary>
    public int Tamper(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
        return command.ExecuteNonQuery();
    }

    public object? Scalar(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
