using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProcurementEval.Web.Data;

/// <summary>What must not depend on how a server is set up: text that is too long is refused, never cut; nobody waits longer for a lock than on SQLite.</summary>
internal sealed class MySqlSession : DbConnectionInterceptor
{
    private const string Settings = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 5";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
