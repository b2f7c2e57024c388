using Microsoft.EntityFrameworkCore.Design;

namespace ProcurementEval.Web.Data;

/// <summary>How dotnet-ef makes a context when it writes a migration:
/// dotnet ef migrations add NAME --project src/ProcurementEval.Web --context SqliteDbContext --output-dir Data/Migrations/Sqlite.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args) => SqliteDbContext.On("Data Source=:memory:");
}
