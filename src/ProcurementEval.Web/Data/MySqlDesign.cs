using Microsoft.EntityFrameworkCore.Design;

namespace ProcurementEval.Web.Data;

/// <summary>How dotnet-ef makes a context when it writes a migration; no server is needed:
/// dotnet ef migrations add NAME --project src/ProcurementEval.Web --context MySqlDbContext --output-dir Data/Migrations/MySql.</summary>
internal sealed class MySqlDesign : IDesignTimeDbContextFactory<MySqlDbContext>
{
    public MySqlDbContext CreateDbContext(string[] args) => MySqlDbContext.On("Server=localhost;Database=design");
}
