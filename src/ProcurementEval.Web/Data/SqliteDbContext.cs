using Microsoft.EntityFrameworkCore;

namespace ProcurementEval.Web.Data;

/// <summary>The aggregates on SQLite: one file, write-ahead log, foreign keys on.</summary>
public sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : AppDbContext(options)
{
    public static SqliteDbContext On(string connection) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(connection).AddInterceptors(new SqlitePragmas(), new NoArithmeticInSql()).Options);
}
