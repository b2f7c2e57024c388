using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>An immutable record as canonical JSON in one column.</summary>
internal sealed class JsonConversion<T>() : ValueConverter<T, string>(value => StoredJson.Write(value), text => StoredJson.Read<T>(text))
{
    public static ValueComparer<T> Comparer { get; } = new(
        (a, b) => ReferenceEquals(a, b) || StoredJson.Write(a) == StoredJson.Write(b),
        value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal),
        value => value);
}
