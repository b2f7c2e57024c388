using Microsoft.EntityFrameworkCore.Design;

namespace ProcurementEval.Web.Data;

/// <summary>How dotnet-ef makes a context when it writes a migration.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args) => SqliteDbContext.On("Data Source=:memory:");
}
