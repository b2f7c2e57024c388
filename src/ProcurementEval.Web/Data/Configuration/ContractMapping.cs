using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Data.Configuration;

internal sealed class ContractMapping : IEntityTypeConfiguration<Contract>, IEntityTypeConfiguration<Instalment>, IEntityTypeConfiguration<Acceptance>, IEntityTypeConfiguration<ServiceRecord>, IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<EvidenceReading>
{
    public const string ContractId = nameof(ContractId);

    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.Identified();
        builder.Property(c => c.Number).Code();
        builder.HasIndex(c => c.Number).IsUnique();

        // Lists and totals read these columns alone; the frozen plan stays where it lies.
        builder.HasIndex(c => new { c.ProjectId, c.AgencyId, c.TenderId, c.Stage, c.Number, c.Sum, c.Start, c.End });
        builder.HasIndex(c => new { c.AgencyId, c.Stage });
        builder.Frozen(c => c.Plan);
        builder.Json(c => c.Sites);
        builder.Json(c => c.Targets);
        builder.Json(c => c.Vacancies);
        builder.Refers<Contract, Project>(c => c.ProjectId);
        builder.Refers<Contract, Tender>(c => c.TenderId);
        builder.Refers<Contract, Party>(c => c.AgencyId);
        builder.HasMany(c => c.Instalments).WithOne(i => i.Contract).HasForeignKey(ContractId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Evaluations).WithOne().HasForeignKey(e => e.ContractId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Acceptance).WithOne(a => a.Contract).HasForeignKey<Acceptance>(ContractId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.Recoveries);
        builder.Ignore(c => c.Balance);
        builder.Ignore(c => c.Transitions);
    }

    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.Identified();
        builder.HasIndex(ContractId, nameof(Instalment.Ordinal)).IsUnique();
        builder.Json(i => i.Rule);
        builder.Json(i => i.Settlement);
        builder.Json(i => i.Invoice);
        builder.Property<string?>(Mapping.InvoiceNumber).HasMaxLength(Mapping.CodeLength);
        builder.HasIndex(ContractId, Mapping.InvoiceNumber).IsUnique();
        builder.Property<Money>(Mapping.Payable);
        builder.Ignore(i => i.Payable);
        builder.HasIndex(ContractId, nameof(Instalment.Stage), nameof(Instalment.DueOn), nameof(Instalment.Paid), Mapping.Payable);
        builder.HasIndex(nameof(Instalment.Stage), nameof(Instalment.DueOn));
        builder.Ignore(i => i.Transitions);
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.Identified();
        builder.Ignore(a => a.Transitions);
    }

    public void Configure(EntityTypeBuilder<ServiceRecord> builder)
    {
        builder.Identified();
        builder.ComplexProperty(r => r.Service).IsRequired();
        builder.Refers<ServiceRecord, Contract>(r => r.ContractId);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.Identified();
        builder.Refers<Evidence, Contract>(e => e.ContractId);
        builder.HasIndex(e => e.About);
        builder.Property(e => e.Item).HasMaxLength(Mapping.CodeLength);
        builder.Property(e => e.Name).HasMaxLength(Mapping.FileNameLength).Blind();
        builder.Property(e => e.MediaType).HasMaxLength(Mapping.CodeLength);
        builder.Property(e => e.Sha256).HasMaxLength(Mapping.CodeLength);
        builder.Property(e => e.UploadedBy).Code();
        builder.Property(e => e.Note).Blind();
        builder.Property(e => e.InspectedBy).HasMaxLength(Mapping.CodeLength);
    }

    public void Configure(EntityTypeBuilder<EvidenceReading> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ReadBy).Code();
        builder.Refers<EvidenceReading, Contract>(r => r.ContractId);
        builder.Refers<EvidenceReading, Evidence>(r => r.EvidenceId);
    }
}
