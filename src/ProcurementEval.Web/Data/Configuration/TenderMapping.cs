using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class TenderMapping : IEntityTypeConfiguration<Tender>, IEntityTypeConfiguration<Bid>, IEntityTypeConfiguration<SealKey>, IEntityTypeConfiguration<TenderDocument>
{
    public void Configure(EntityTypeBuilder<Tender> builder)
    {
        builder.Identified();
        builder.Property(t => t.Number).Code();
        builder.HasIndex(t => t.Number).IsUnique();
        builder.Frozen(t => t.Template);
        builder.ComplexProperty(t => t.Limits).IsRequired();
        builder.Refers<Tender, Project>(t => t.ProjectId);
        builder.Assigns(t => t.Panel, "PanelMembers");
        builder.HasMany(t => t.Bids).WithOne().HasForeignKey(b => b.TenderId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(t => t.FirstKeyBy).HasMaxLength(Mapping.CodeLength);
        builder.Ignore(t => t.StandingBids);
        builder.Ignore(t => t.ConformingBids);
        builder.Ignore(t => t.Transitions);
    }

    public void Configure(EntityTypeBuilder<Bid> builder)
    {
        builder.Identified();
        builder.Property<int>(Mapping.Position);
        builder.Property(b => b.SealedPayload).Blind();
        builder.Property(b => b.PayloadSha256).Code();
        builder.Property(b => b.ReceiptSha256).Code();
        builder.HasIndex(b => new { b.TenderId, b.ReceiptSha256 }).IsUnique();

        // Blind: two records with one tag would tell that a bidder replaced his bid.
        builder.Property(b => b.BidderTag).HasMaxLength(Mapping.CodeLength).Blind();
        builder.HasIndex(b => new { b.TenderId, b.BidderTag }).IsUnique();
        builder.Json(b => b.Content);
        builder.HasMany(b => b.Sheets).WithOne().HasForeignKey(s => s.BidId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SealKey> builder)
    {
        builder.HasKey(k => k.TenderId);
        builder.Property(k => k.TenderId).ValueGeneratedNever();
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.Property(k => k.Wrapped).Blind();
        builder.Refers<SealKey, Tender>(k => k.TenderId);
    }

    public void Configure(EntityTypeBuilder<TenderDocument> builder)
    {
        builder.Identified();
        builder.Refers<TenderDocument, Tender>(d => d.TenderId);
        builder.Property(d => d.Name).HasMaxLength(Mapping.FileNameLength);
        builder.Property(d => d.MediaType).Code();
        builder.Property(d => d.Sha256).Code();
    }
}
