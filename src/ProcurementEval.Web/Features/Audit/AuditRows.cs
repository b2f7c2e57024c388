using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>Reads records for people: sums, instants and shares as pages show them, everything hidden as a hash.</summary>
internal sealed class AuditRows(AppDbContext db)
{
    private const int LongestValue = 160;
    private const int ShownDigits = 12;
    private readonly Dictionary<string, Dictionary<string, IProperty>> tables = [];

    public AuditRow Read(AuditRecord record)
    {
        var (entry, columns) = (AuditEntry.Read(record.Text), ColumnsOf(record.Entity));
        return new AuditRow(record.ChainId, record.At, record.Author, record.Entity, entry?.Change ?? string.Empty, record.Hash)
        {
            Values = [.. entry?.Values.Select(v => (v.Key, Shown(v.Value, columns.GetValueOrDefault(v.Key)))) ?? []],
        };
    }

    private static string Shown(JsonNode? value, IProperty? property)
    {
        if (AuditSecret.HashIn(value) is { } hash)
        {
            return SiteText.Of("Audit.Hidden", hash[..ShownDigits]);
        }

        // Only what is stored as a number of units is read back; text is already as people read it.
        var read = value is JsonValue number && number.TryGetValue(out long units) && property?.GetTypeMapping().Converter is { } converter && converter.ProviderClrType == typeof(long) ? converter.ConvertFromProvider(units) : null;
        var text = read switch
        {
            Money money => Show.Money(money.Yuan),
            DateTimeOffset instant => Show.Instant(instant),
            Share share => Show.Percent(share.Fraction),
            decimal figure => figure.ToString("0.######", CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "–",
        };
        return text.Length <= LongestValue ? text : text[..(char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";
    }

    private Dictionary<string, IProperty> ColumnsOf(string table)
    {
        if (!tables.TryGetValue(table, out var columns))
        {
            tables[table] = columns = db.Model.GetEntityTypes().Where(t => t.GetTableName() == table).SelectMany(t => t.GetFlattenedProperties())
                .DistinctBy(p => p.GetColumnName(), StringComparer.Ordinal).ToDictionary(p => p.GetColumnName(), StringComparer.Ordinal);
        }

        return columns;
    }
}
