using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Tests.Reports;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A site with forty thousand contracts, for tests that only look.</summary>
public sealed class ManyContracts : IAsyncLifetime
{
    private const int Count = 40_000;

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(new DateTimeOffset(2025, 6, 2, 1, 0, 0, TimeSpan.Zero));
        await Site.InDatabaseAsync(async db =>
        {
            await BulkSeeder.SeedAsync(db, ReportCase.Catalogue.Plan(new TemplateReference("xinhu-2024", 1)), Count, Site.Time.GetUtcNow());
            return 0;
        });
        await Site.AddAccountAsync("auditor", Role.Auditor);
        await Site.AddAccountAsync("purchaser", Role.Purchaser, BulkSeeder.Purchasers[0]);
        await Site.AddAccountAsync("agency", Role.Agency, "bulk-agency-0");
        await Site.AddAccountAsync("finance", Role.FinanceReviewer, "bulk-finance");
        await Site.AddAccountAsync("leader", Role.Evaluator, "bulk-body");
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
