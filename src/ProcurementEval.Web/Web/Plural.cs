using System.Globalization;

namespace ProcurementEval.Web.Web;

/// <summary>Lets a sentence follow its number: "{0} {0:sheet is|sheets are} not signed" says one sheet is, two sheets are.</summary>
internal sealed class Plural : IFormatProvider, ICustomFormatter
{
    public static readonly Plural Sentences = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        var text = arg is IFormattable value ? value.ToString(format?.Contains('|', StringComparison.Ordinal) == true ? null : format, CultureInfo.InvariantCulture) : arg?.ToString() ?? string.Empty;
        return format?.Split('|') is [var one, var many] ? (text == "1" ? one : many) : text;
    }
}
