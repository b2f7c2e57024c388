using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class HistoryMapping : IEntityTypeConfiguration<Transition>, IEntityTypeConfiguration<AuditRecord>
{
    public const string ChainId = nameof(ChainId);
    public const string Ordinal = nameof(Ordinal);

    public void Configure(EntityTypeBuilder<Transition> builder)
    {
        builder.Property<string>(ChainId).Code();
        builder.Property<int>(Ordinal).ValueGeneratedNever();
        builder.HasKey(ChainId, Ordinal);
        builder.Property(t => t.By).Code();
        builder.HasIndex(t => t.SubjectId);
        builder.HasIndex(t => t.At);
    }

    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.HasKey(r => new { r.ChainId, r.Sequence });
        builder.Property(r => r.ChainId).Code();
        builder.Property(r => r.Sequence).ValueGeneratedNever();
    }
}
