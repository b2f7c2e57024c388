using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Data.Configuration;

/// <summary>The words in which the configuration is written; nothing here names a provider's column type.</summary>
internal static class Mapping
{
    public const string Version = nameof(Version);

    /// <summary>Its place in its owner's list, so that a list reads back in the order in which it was written.</summary>
    public const string Position = nameof(Position);

    public const string InvoiceNumber = nameof(InvoiceNumber);

    /// <summary>What an instalment is to pay, stored beside its settlement so that lists can add it up.</summary>
    public const string Payable = "AmountPayable";
    public const int CodeLength = 100;
    public const int FileNameLength = 200;
    private const string BlindMark = "Blind";

    /// <summary>A root, or a part with an identity of its own; ids are minted by the program, never by the database.</summary>
    public static void Identified<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property<Guid>("Id").ValueGeneratedNever();
        entity.Property<int>(Version).IsConcurrencyToken();
    }

    public static PropertyBuilder<TValue> Json<T, TValue>(this EntityTypeBuilder<T> entity, Expression<Func<T, TValue>> property)
        where T : class => entity.Property(property).HasConversion(new JsonConversion<TValue>(), JsonConversion<TValue>.Comparer);

    public static void Frozen<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, FrozenText>> property)
        where T : class => entity.ComplexProperty(property!, text =>
        {
            text.IsRequired();
            text.Property(t => t.Id).Code();
            text.Property(t => t.Sha256).Code();
        });

    /// <summary>Short text that may be a key.</summary>
    public static PropertyBuilder<string> Code(this PropertyBuilder<string> property) => property.HasMaxLength(CodeLength);

    public static ComplexTypePropertyBuilder<string> Code(this ComplexTypePropertyBuilder<string> property) => property.HasMaxLength(CodeLength);

    /// <summary>Enters the audit only as a salted hash: it is blind, sealed or personal.</summary>
    public static PropertyBuilder<TValue> Blind<TValue>(this PropertyBuilder<TValue> property) => property.HasAnnotation(BlindMark, true);

    public static bool IsBlind(this IReadOnlyProperty property) => property.FindAnnotation(BlindMark) is not null;

    public static void Refers<T, TTo>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> key)
        where T : class
        where TTo : class => entity.HasOne<TTo>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    public static void Assigns<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, IEnumerable<Assignment>?>> list, string table)
        where T : class => entity.OwnsMany(list, assignment =>
        {
            assignment.ToTable(table);
            assignment.WithOwner().HasForeignKey("OwnerId");
            assignment.Property(a => a.Assessor).Code();
            assignment.Property(a => a.Rater).Code();
            assignment.HasKey("OwnerId", nameof(Assignment.Assessor));
        });
}
