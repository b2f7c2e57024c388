using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>One spelling for every stored value and every audit text, whichever way it was read.</summary>
internal static class Canonical
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A column's value as JSON: whole numbers, text, or null; bytes as their SHA-256.</summary>
    public static JsonNode? Value(object? stored) => stored switch
    {
        null or DBNull => null,
        bool flag => JsonValue.Create(flag ? 1L : 0L),
        string text => JsonValue.Create(text),
        Guid id => JsonValue.Create(id.ToString("D").ToUpperInvariant()),
        DateOnly date => JsonValue.Create(date.ToString("O", CultureInfo.InvariantCulture)),
        DateTime date => JsonValue.Create(DateOnly.FromDateTime(date).ToString("O", CultureInfo.InvariantCulture)),
        byte[] bytes => JsonValue.Create("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes))),
        double real => JsonValue.Create("real:" + real.ToString("R", CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToInt64(stored, CultureInfo.InvariantCulture)),
    };

    public static string Text(JsonNode? node) => node?.ToJsonString(Relaxed) ?? "null";

    /// <summary>Values by column, in ordinal order.</summary>
    public static JsonObject Values(IEnumerable<KeyValuePair<string, JsonNode?>> values) => new(values.OrderBy(v => v.Key, StringComparer.Ordinal));

    /// <summary>SHA-256 of the previous link and the text.</summary>
    public static string Link(string previous, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{text}")));

    /// <summary>SHA-256 of salt, column and value: without the salt a few possible scores cannot be tried out.</summary>
    public static string Salted(byte[] salt, string column, JsonNode? value) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes($"{column}\n{Text(value)}")]));
}
