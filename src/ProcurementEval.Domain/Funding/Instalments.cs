using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Funding;

/// <summary>The planned amounts of a contract's instalments (分期款).</summary>
public static class Instalments
{
    private const decimal Cents = 100m;

    /// <summary>Largest remainder: each share is cut to the cent, and the cents that are left go one each to the largest remainders, the earlier instalment first where remainders are equal; exact for sums below 10^20 yuan.</summary>
    /// <exception cref="ArgumentException">The sum is negative, or the shares do not add up to 100 %.</exception>
    public static IReadOnlyList<Money> Split(Money sum, IReadOnlyList<Share> shares)
    {
        if (sum < Money.Zero)
        {
            throw new ArgumentException("A negative sum cannot be split.", nameof(sum));
        }

        if (shares.Sum(s => s.Fraction) != 1m)
        {
            throw new ArgumentException("The shares must add up to 100 %.", nameof(shares));
        }

        var exact = shares.Select(s => sum.Yuan * Cents * s.Fraction).ToList();
        var cents = exact.Select(decimal.Floor).ToList();
        var left = (int)(sum.Yuan * Cents - cents.Sum());

        // OrderByDescending is stable, which is what gives the earlier instalment the cent.
        foreach (var i in Enumerable.Range(0, exact.Count).OrderByDescending(i => exact[i] - cents[i]).Take(left))
        {
            cents[i]++;
        }

        return [.. cents.Select(c => Money.FromYuan(c / Cents))];
    }
}
