namespace ProcurementEval.Domain.Measures;

/// <summary>The one rounding rule: a figure is published with two decimals, halves away from zero (四舍五入); everything that grades, ranks or pays reads published figures.</summary>
public static class Published
{
    /// <summary>Decimals of every published score, hour and sum of money.</summary>
    public const int Decimals = 2;

    /// <summary>The smallest difference between two published figures: 0.01.</summary>
    public const decimal Unit = 0.01m;

    public static decimal Round(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);

    public static bool IsPublished(decimal value) => Round(value) == value;
}
