using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Funding;

/// <summary>The combined result that moves money: published total, grade after vetoes, and whether a veto stands.</summary>
public sealed record RatedResult(decimal Total, string? Grade, bool Vetoed);

/// <summary>Units of one service indicator that the purchaser accepted, two decimals where they are hours, and the price of one in yuan.</summary>
public sealed record AcceptedUnit(string Target, decimal Units, Money Price);

/// <summary>Posts that stood vacant, and for how many days each, not yet deducted.</summary>
public sealed record VacantPosts(int Posts, int Days);

/// <summary>A deduction that an earlier instalment could not hold and this one must.</summary>
public sealed record CarriedDeduction(string Reason, Money Amount);

/// <summary>All that the settlement of one instalment rests on.</summary>
public sealed record SettlementBasis(Money Contract, Money Planned, IReadOnlyList<Adjustment> Adjustments)
{
    /// <summary>Paid before, less what was claimed back.</summary>
    public Money PaidBefore { get; init; }

    /// <summary>Planned amounts of the instalments after this one; zero at the last.</summary>
    public Money Later { get; init; }

    public RatedResult? Result { get; init; }

    /// <summary>The plan's figure for a veto; null where a veto only sets the grade.</summary>
    public decimal? VetoCountsAs { get; init; }

    public IReadOnlyList<AcceptedUnit> Units { get; init; } = [];

    public IReadOnlyList<VacantPosts> Vacancies { get; init; } = [];

    public IReadOnlyList<CarriedDeduction> Carried { get; init; } = [];
}

/// <summary>One deduction of an instalment with its reason code ("score-formula", "grade-payment", "accepted-units", "vacancy", "agreed"); Amount = Withheld (from this instalment) + Carried (to the next) + Claimed (back from what was paid). Zero is listed too: its working says why nothing is lost.</summary>
public sealed record Deduction(string Reason, Money Withheld, Money Carried, Money Claimed, IReadOnlyList<Step> Working)
{
    /// <summary>Agreed before the contract came here; its working is the reason in words.</summary>
    public const string Agreed = "agreed";

    public Money Amount => Withheld + Carried + Claimed;
}

/// <summary>What the purchaser claims back (追回) because nothing unpaid is left to withhold it from.</summary>
public sealed record RecoveryClaim(string Reason, Money Amount);

/// <summary>One instalment settled: payable = planned − withheld, never negative, never above planned.</summary>
public sealed record Settlement(Money Planned, IReadOnlyList<Deduction> Deductions)
{
    public Money Withheld => Deductions.Sum(d => d.Withheld);

    public Money Payable => Planned - Withheld;

    public IReadOnlyList<RecoveryClaim> Claims => [.. Deductions.Where(d => d.Claimed.IsPositive).Select(d => new RecoveryClaim(d.Reason, d.Claimed))];

    public IReadOnlyList<CarriedDeduction> Carried => [.. Deductions.Where(d => d.Carried.IsPositive).Select(d => new CarriedDeduction(d.Reason, d.Carried))];

    /// <summary>The one definition of what an instalment pays: deductions in the plan's order, each first from this instalment, then from later ones, then as a claim, and never more than all of it.</summary>
    /// <exception cref="ArgumentException">An adjustment needs a result, or its grade, that is not there.</exception>
    public static Settlement Of(SettlementBasis basis)
    {
        var (here, later, paid) = (basis.Planned, basis.Later, basis.PaidBefore);
        var deductions = new List<Deduction>();
        foreach (var loss in CarriedIn(basis).Concat(basis.Adjustments.Select(a => Loss.Of(a, basis))))
        {
            var withheld = Money.Min(loss.Amount, here);
            var carried = Money.Min(loss.Amount - withheld, later);
            var claimed = Money.Min(loss.Amount - withheld - carried, paid);
            (here, later, paid) = (here - withheld, later - carried, paid - claimed);
            deductions.Add(new(loss.Reason, withheld, carried, claimed, loss.Working));
        }

        return new(basis.Planned, deductions);
    }

    // Accepted units are reckoned over the whole contract: what they carried here is in this reckoning again.
    private static IEnumerable<Loss> CarriedIn(SettlementBasis basis) => basis.Carried
        .Where(c => !string.Equals(c.Reason, Loss.ByUnits, StringComparison.Ordinal) || !basis.Adjustments.OfType<AcceptedUnits>().Any())
        .Select(c => new Loss(c.Reason, c.Amount, [new("carried-in", c.Amount.ToString(), c.Amount.Yuan)]));
}
