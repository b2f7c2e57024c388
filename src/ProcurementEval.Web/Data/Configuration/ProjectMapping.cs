using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.Identified();
        builder.Property(p => p.Code).Code();
        builder.HasIndex(p => p.Code).IsUnique();
        builder.Property(p => p.Region).Code();

        // Lists are narrowed by region without touching the frozen plans.
        builder.HasIndex(p => new { p.Region, p.Id });
        builder.HasIndex(p => new { p.PurchaserId, p.Region, p.Id });
        builder.Frozen(p => p.Plan);
        builder.Refers<Project, Party>(p => p.PurchaserId);
        builder.Refers<Project, Party>(p => p.FinanceId);
        builder.Refers<Project, Party>(p => p.EvaluationBodyId);
    }

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Identified();
        builder.Property(p => p.Code).Code();
        builder.HasIndex(p => p.Code).IsUnique();
    }
}
