using System.Globalization;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Writes figures as they are keyed into a pocket calculator.</summary>
internal static class Calculation
{
    /// <summary>At most six decimals, no grouping, no trailing zeros.</summary>
    public static string Text(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);

    public static string Sum(IEnumerable<decimal> values) => string.Join(" + ", values.Select(Text)) is { Length: > 0 } text ? text : "0";
}
