using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class HistoryMapping : IEntityTypeConfiguration<Transition>, IEntityTypeConfiguration<AuditRecord>
{
    public const string ChainId = nameof(ChainId);
    public const string Ordinal = nameof(Ordinal);

    // An account, or "job:" and a job's name.
    private const int AuthorLength = Mapping.CodeLength + 10;

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
        builder.Property(r => r.Hash).Code();
        builder.Property(r => r.Author).HasMaxLength(AuthorLength);
        builder.Property(r => r.Entity).Code();
        builder.HasIndex(r => r.Hash);
        builder.HasIndex(r => new { r.At, r.ChainId, r.Sequence });
        builder.HasIndex(r => new { r.Author, r.At });
        builder.HasIndex(r => new { r.Entity, r.At });
    }
}
