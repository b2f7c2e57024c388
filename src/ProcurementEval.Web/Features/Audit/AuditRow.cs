using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>A record as people read it; blind, sealed and personal values are only their hashes.</summary>
public sealed record AuditRow(string Chain, DateTimeOffset At, string Author, string Entity, string Change, string Hash)
{
    private const int LongestValue = 160;
    private const int ShownDigits = 12;

    public required IReadOnlyList<(string Column, string Value)> Values { get; init; }

    public string Receipt => Hash[..Data.Receipt.Digits].ToUpperInvariant();

    internal static AuditRow Of(AuditRecord record, AppDbContext db)
    {
        var entry = AuditEntry.Read(record.Text);
        var columns = db.Model.GetEntityTypes().Where(t => t.GetTableName() == record.Entity).SelectMany(t => t.GetFlattenedProperties()).DistinctBy(p => p.GetColumnName(), StringComparer.Ordinal).ToDictionary(p => p.GetColumnName(), StringComparer.Ordinal);
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
            decimal figure => figure.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "–",
        };
        return text.Length <= LongestValue ? text : text[..(char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";
    }
}
