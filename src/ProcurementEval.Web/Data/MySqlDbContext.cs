using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MySqlConnector;

namespace ProcurementEval.Web.Data;

/// <summary>The aggregates on MariaDB. Text compares by its bytes and to its last blank, as on SQLite; an id takes 16 bytes, in the order of its text.</summary>
public sealed class MySqlDbContext(DbContextOptions<MySqlDbContext> options) : AppDbContext(options)
{
    private const string ServerVersionKey = "ServerVersion";
    private const string Supported = "10.11.0-mariadb";
    private const string Collation = "utf8mb4_nopad_bin";
    private const int RecordChanged = 1020; // what a server with innodb_snapshot_isolation says instead of updating nothing

    public override string Place
    {
        get
        {
            var address = new MySqlConnectionStringBuilder(Database.GetConnectionString()!);
            return $"{address.Server}/{address.Database}";
        }
    }

    public override string SearchCollation => "utf8mb4_unicode_ci";

    /// <summary>The connection string may also name the server's version, e.g. ServerVersion=11.4.2-mariadb; without it, 10.11 is spoken. No server is asked.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read, or it names no server or no database.</exception>
    /// <exception cref="DatabaseRefusedException">The version is none of MariaDB: MySQL's own server lacks the collation.</exception>
    public static MySqlDbContext On(string connection)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connection };
        var spoken = words.TryGetValue(ServerVersionKey, out var named) ? (string)named : Supported;
        words.Remove(ServerVersionKey);
        var address = new MySqlConnectionStringBuilder(words.ConnectionString) { GuidFormat = MySqlGuidFormat.Binary16 };
        ArgumentException.ThrowIfNullOrWhiteSpace(address.Server, nameof(connection));
        ArgumentException.ThrowIfNullOrWhiteSpace(address.Database, nameof(connection));
        if (!ServerVersion.TryParse(spoken, out var version) || version is not MariaDbServerVersion)
        {
            throw new DatabaseRefusedException("ServerUnsupported", spoken, Supported);
        }

        return new(new DbContextOptionsBuilder<MySqlDbContext>().UseMySql(address.ConnectionString, version).AddInterceptors(new MySqlSession(), new NoArithmeticInSql()).Options);
    }

    internal override Task<int> CountTablesAsync() =>
        Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_\\_EF%'").SingleAsync();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseCollation(Collation);
    }

    // Two that extend one chain reach for the same next number, and a cluster tells only at the commit; a number of the business that is taken stays taken.
    protected override bool LostRace(DbException e) => e is MySqlException refused && refused.ErrorCode switch
    {
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or (MySqlErrorCode)RecordChanged => true,
        MySqlErrorCode.DuplicateKeyEntry => e.Message.Contains("PRIMARY", StringComparison.Ordinal),
        _ => false,
    };
}
