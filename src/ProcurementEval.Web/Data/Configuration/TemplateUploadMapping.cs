using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class TemplateUploadMapping : IEntityTypeConfiguration<TemplateUpload>
{
    public void Configure(EntityTypeBuilder<TemplateUpload> builder)
    {
        builder.Identified();
        builder.Property(u => u.TemplateId).Code();
        builder.Property(u => u.Sha256).Code();
        builder.Property(u => u.UploadedBy).Code();
        builder.Property(u => u.PublishedBy).HasMaxLength(Mapping.CodeLength);
        builder.HasIndex(u => new { u.Kind, u.TemplateId, u.TemplateVersion }).IsUnique();
        builder.Ignore(u => u.FileName);
    }
}
