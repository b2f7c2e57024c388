using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace ProcurementEval.Web.Data;

/// <summary>A database cannot be used; nothing in it was changed. The message is a sentence for people; <see cref="Code"/> names its kind.</summary>
public sealed class DatabaseRefusedException(string code, params object?[] arguments) : Exception(DataSentences.Of(code, arguments))
{
    public string Code { get; } = code;

    /// <summary>What a database says, as a sentence.</summary>
    /// <param name="e">What the provider threw.</param>
    /// <param name="place">Where the database is, for people; null where only its kind is known.</param>
    public static DatabaseRefusedException Of(DbException e, string? place = null) => e switch
    {
        SqliteException sqlite => new(CodeOf(sqlite), place ?? "SQLite", sqlite.SqliteErrorCode),
        MySqlException mysql => new(CodeOf(mysql.ErrorCode), place ?? "MariaDB", mysql.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, message: null),
    };

    private static string CodeOf(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => "DatabaseLocked",
        8 => "DatabaseReadOnly",
        11 or 26 => "DatabaseCorrupt",
        13 => "DatabaseFull",
        14 => "DatabaseCannotOpen",
        19 => "DatabaseConflict",
        _ => "DatabaseFails",
    };

    private static string CodeOf(MySqlErrorCode e) => e switch
    {
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.TooManyUserConnections => "DatabaseLocked",
        MySqlErrorCode.OptionPreventsStatement or MySqlErrorCode.CannotExecuteInReadOnlyTransaction => "DatabaseReadOnly",
        MySqlErrorCode.DiskFull or MySqlErrorCode.RecordFileFull => "DatabaseFull",
        MySqlErrorCode.DuplicateKeyEntry or MySqlErrorCode.RowIsReferenced2 or MySqlErrorCode.NoReferencedRow2 => "DatabaseConflict",
        MySqlErrorCode.AccessDenied or MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.TableAccessDenied => "ServerDenies",
        MySqlErrorCode.UnknownDatabase => "DatabaseUnknown",
        MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.None => "ServerSilent", // without a number it is the client that lost the server
        _ => "DatabaseFails",
    };
}
