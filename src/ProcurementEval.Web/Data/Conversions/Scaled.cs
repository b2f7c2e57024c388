namespace ProcurementEval.Web.Data.Conversions;

/// <summary>Decimals as whole numbers of their smallest unit, so that SQL sorts and adds them exactly.</summary>
internal static class Scaled
{
    /// <exception cref="InvalidOperationException">The figure has more decimals than its column: it was not published or not rounded before it was stored.</exception>
    public static long ToUnits(decimal value, decimal unit)
    {
        var units = value / unit;
        return decimal.Truncate(units) == units
            ? decimal.ToInt64(units)
            : throw new InvalidOperationException($"{value} is finer than {unit}.");
    }
}
