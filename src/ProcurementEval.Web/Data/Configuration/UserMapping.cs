using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Data.Configuration;

/// <summary>Accounts; whatever proves or describes a person enters the audit only as a salted hash.</summary>
internal sealed class UserMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<AccountReading>, IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Identified();
        builder.Property(u => u.UserName).HasMaxLength(Mapping.CodeLength);
        builder.Property(u => u.NormalizedUserName).HasMaxLength(Mapping.CodeLength);
        builder.HasIndex(u => u.NormalizedUserName).IsUnique();
        builder.Property(u => u.Name).Blind();
        builder.Property(u => u.Email).Blind();
        builder.Property(u => u.NormalizedEmail).Blind();
        builder.Property(u => u.PhoneNumber).Blind();
        builder.Property(u => u.PasswordHash).Blind();
        builder.Property(u => u.SecurityStamp).Blind();
        builder.Property(u => u.ConcurrencyStamp).Blind();
        builder.Refers<User, Party>(u => u.PartyId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("UserTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).Code();
        builder.Property(t => t.Name).Code();
        builder.Property(t => t.Value).Blind();
        builder.Refers<IdentityUserToken<Guid>, User>(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<AccountReading> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ReadBy).Code();
        builder.Refers<AccountReading, User>(r => r.UserId);
    }

    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).Code();
        builder.Property(k => k.Wrapped).Blind();
    }
}
