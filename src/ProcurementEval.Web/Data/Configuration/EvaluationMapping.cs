using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>, IEntityTypeConfiguration<Finding>, IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.Identified();
        builder.Property<int>(Mapping.Position);
        builder.Property(e => e.Kind).Code();
        builder.Property(e => e.Subject).Code();
        builder.HasIndex(e => new { e.ContractId, e.Kind, e.Subject }).IsUnique();
        builder.Frozen(e => e.Template);
        builder.Json(e => e.Facts);
        builder.Json(e => e.Vetoes);
        builder.Assigns(e => e.Assignments, "Assignments");
        builder.HasMany(e => e.Sheets).WithOne().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(e => e.Transitions);
    }

    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.Identified();
        builder.Refers<Finding, Contract>(f => f.ContractId);
        builder.Refers<Finding, Evaluation>(f => f.EvaluationId);
        builder.HasIndex(f => new { f.ContractId, f.Stage, f.DueOn });
        builder.Ignore(f => f.Transitions);
    }

    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.Identified();
        builder.Refers<Objection, Contract>(o => o.ContractId);
        builder.HasOne(o => o.Evaluation).WithMany().HasForeignKey("EvaluationId").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.ContractId, o.Stage, o.AnswerBy });
        builder.Ignore(o => o.Transitions);
    }
}
