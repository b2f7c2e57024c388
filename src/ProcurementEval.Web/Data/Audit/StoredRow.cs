using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>A tracked entity as the row that it is stored in.</summary>
internal sealed class StoredRow(EntityEntry entry)
{
    public string Table { get; } = entry.Metadata.GetTableName()!;

    /// <summary>Its key; parts of a composite key in the order of the key.</summary>
    public string Id => IdOf(entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Canonical.Value(Stored(p, entry.CurrentValues))));

    public static string IdOf(IEnumerable<JsonNode?> key) => string.Join('|', key.Select(part => part?.ToString()));

    /// <summary>The columns that this save writes, with the values that it writes.</summary>
    public IEnumerable<(IProperty Property, string Column, JsonNode? Value)> Written()
    {
        foreach (var property in entry.Metadata.GetFlattenedProperties())
        {
            var value = Canonical.Value(Stored(property, entry.CurrentValues));
            if (entry.State == EntityState.Added || !JsonNode.DeepEquals(value, Canonical.Value(Stored(property, entry.OriginalValues))))
            {
                yield return (property, property.GetColumnName(StoreObjectIdentifier.Table(Table))!, value);
            }
        }
    }

    private static object? Stored(IProperty property, PropertyValues values) => values[property] is not { } value ? null
        : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)
        : value;
}
