using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Data;

/// <summary>The aggregates on SQLite: one file, write-ahead log, foreign keys on.</summary>
public sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : AppDbContext(options)
{
    public override string Place => Database.GetDbConnection().DataSource;

    public override string SearchCollation => "NOCASE";

    public static SqliteDbContext On(string connection) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(connection).AddInterceptors(new SqlitePragmas(), new NoArithmeticInSql()).Options);

    internal override Task<int> CountTablesAsync() =>
        Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'").SingleAsync();

    internal override async Task MigrateAsync()
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        await base.MigrateAsync();
    }
}
