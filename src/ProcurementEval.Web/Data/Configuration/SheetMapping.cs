using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Data.Configuration;

/// <summary>Sheets and what is entered in them; a score is never changed, its key is (sheet, item, sequence).</summary>
internal sealed class SheetMapping : IEntityTypeConfiguration<Sheet>
{
    private const string SheetId = nameof(SheetId);

    public void Configure(EntityTypeBuilder<Sheet> builder)
    {
        builder.Identified();
        builder.Property<int>(Mapping.Position);
        builder.Property(s => s.Assessor).Code();
        builder.Property(s => s.Rater).Code();
        builder.HasIndex(s => new { s.EvaluationId, s.Assessor }).IsUnique();
        builder.HasIndex(s => new { s.BidId, s.Assessor }).IsUnique();
        builder.OwnsMany(s => s.Scores, score =>
        {
            score.ToTable("SheetScores");
            score.WithOwner().HasForeignKey(SheetId);
            score.Property(s => s.Item).Code();
            score.Property(s => s.Sequence).ValueGeneratedNever();
            score.Property(s => s.Points).Blind();
            score.Property(s => s.Comment).Blind();
            score.HasKey(SheetId, nameof(SheetScore.Item), nameof(SheetScore.Sequence));
        });
        builder.OwnsMany(s => s.Disputes, dispute =>
        {
            dispute.ToTable("FactDisputes");
            dispute.WithOwner().HasForeignKey(SheetId);
            dispute.Property(d => d.Item).Code();
            dispute.Property(d => d.Revision).ValueGeneratedNever();
            dispute.Property(d => d.At).ValueGeneratedNever();
            dispute.Property(d => d.OwnCount).HasConversion<CountConversion>().Blind();
            dispute.HasKey(SheetId, nameof(FactDispute.Item), nameof(FactDispute.Revision), nameof(FactDispute.At));
        });
    }
}
