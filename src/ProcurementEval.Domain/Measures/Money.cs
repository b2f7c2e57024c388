namespace ProcurementEval.Domain.Measures;

/// <summary>Money in yuan (元) with exactly two decimals; may be negative; sums are exact and overflow throws.</summary>
public readonly record struct Money : IComparable<Money>
{
    public static readonly Money Zero;

    private Money(decimal yuan) => Yuan = yuan;

    /// <summary>The amount in yuan, two decimals.</summary>
    public decimal Yuan { get; }

    public bool IsPositive => Yuan > 0;

    /// <exception cref="ArgumentOutOfRangeException">The amount has more than two decimals: round it first, knowingly.</exception>
    public static Money FromYuan(decimal yuan) => Published.IsPublished(yuan)
        ? new Money(yuan)
        : throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "Money has two decimals.");

    /// <summary>Rounds to the cent, halves away from zero.</summary>
    public static Money RoundedFromYuan(decimal yuan) => new(Published.Round(yuan));

    public static Money Min(Money a, Money b) => a <= b ? a : b;

    public static Money Max(Money a, Money b) => a >= b ? a : b;

    public static Money operator +(Money a, Money b) => new(a.Yuan + b.Yuan);

    public static Money operator -(Money a, Money b) => new(a.Yuan - b.Yuan);

    public static bool operator <(Money a, Money b) => a.Yuan < b.Yuan;

    public static bool operator >(Money a, Money b) => a.Yuan > b.Yuan;

    public static bool operator <=(Money a, Money b) => a.Yuan <= b.Yuan;

    public static bool operator >=(Money a, Money b) => a.Yuan >= b.Yuan;

    public int CompareTo(Money other) => Yuan.CompareTo(other.Yuan);

    public override string ToString() => Yuan.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Adds up money.</summary>
public static class MoneySums
{
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);

    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Sum();
}
