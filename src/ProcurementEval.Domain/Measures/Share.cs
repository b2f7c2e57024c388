namespace ProcurementEval.Domain.Measures;

/// <summary>A share of a whole as a fraction, 0 to 1, six decimals (30 % is 0.300000).</summary>
public readonly record struct Share : IComparable<Share>
{
    public const int Decimals = 6;
    public static readonly Share Zero;
    public static readonly Share Whole = new(1m);

    private Share(decimal fraction) => Fraction = fraction;

    /// <summary>The fraction, 0 to 1.</summary>
    public decimal Fraction { get; }

    public decimal Percent => Fraction * 100m;

    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 100, or more than four decimals of a percent.</exception>
    public static Share FromPercent(decimal percent) => FromFraction(percent / 100m);

    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 1, or more than six decimals.</exception>
    public static Share FromFraction(decimal fraction) => fraction is >= 0 and <= 1 && Math.Round(fraction, Decimals) == fraction
        ? new Share(fraction)
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A share lies within 0 and 1 and has six decimals.");

    public static bool operator <(Share a, Share b) => a.Fraction < b.Fraction;

    public static bool operator >(Share a, Share b) => a.Fraction > b.Fraction;

    public static bool operator <=(Share a, Share b) => a.Fraction <= b.Fraction;

    public static bool operator >=(Share a, Share b) => a.Fraction >= b.Fraction;

    public int CompareTo(Share other) => Fraction.CompareTo(other.Fraction);
}
