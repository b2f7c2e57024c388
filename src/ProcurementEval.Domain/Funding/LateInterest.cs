using System.Globalization;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Funding;

/// <summary>Why late interest is owed, if it is.</summary>
public enum InterestBasis
{
    None,

    /// <summary>The rule for small and medium enterprises applies to this supplier (保障中小企业款项支付条例, 国务院令第802号).</summary>
    SmeRule,

    /// <summary>The contract says so.</summary>
    Contract,
}

/// <summary>Interest on a payment made after its due date: days late, yuan rounded once to the cent, and how it came about.</summary>
public sealed record LateInterest(int Days, Money Amount, IReadOnlyList<Step> Working)
{
    /// <summary>0.05 % a day (保障中小企业款项支付条例 第十七条), which also stands in for a contract that names no rate.</summary>
    public static readonly Share DefaultDailyRate = Share.FromPercent(0.05m);

    public static LateInterest Of(Money overdue, DateOnly due, DateOnly paid, InterestBasis basis, Share? agreedDailyRate = null)
    {
        var days = Math.Max(0, paid.DayNumber - due.DayNumber);
        if (days == 0 || basis == InterestBasis.None)
        {
            return new(days, Money.Zero, []);
        }

        var rate = (agreedDailyRate ?? DefaultDailyRate).Fraction;
        var amount = Money.RoundedFromYuan(overdue.Yuan * rate * days);
        var calculation = string.Create(CultureInfo.InvariantCulture, $"{overdue} × {rate:0.######} × {days}");
        return new(days, amount, [new("late-interest", calculation, amount.Yuan)]);
    }
}
