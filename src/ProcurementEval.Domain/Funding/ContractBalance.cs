using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Funding;

/// <summary>One instalment as the balance sees it: planned, its settlement once there is one, and whether it has been paid.</summary>
public sealed record BalanceLine(Money Planned, Settlement? Settlement = null, bool IsPaid = false);

/// <summary>Where a contract's money is, in yuan: contract = paid + unpaid + deducted − claimed. Deducted counts what was withheld and what was claimed back; a deduction that is carried counts where it is withheld.</summary>
public sealed record ContractBalance(Money Contract, Money Paid, Money Unpaid, Money Deducted, Money Claimed, Money Recovered)
{
    /// <summary>What the supplier keeps: paid − recovered.</summary>
    public Money NetPaid => Paid - Recovered;

    /// <summary>Claimed and not yet recovered.</summary>
    public Money Outstanding => Claimed - Recovered;

    public bool AddsUp => Contract == Paid + Unpaid + Deducted - Claimed;

    /// <exception cref="ArgumentOutOfRangeException">More was recovered than claimed, or less than nothing.</exception>
    public static ContractBalance Of(Money contract, IReadOnlyList<BalanceLine> lines, Money recovered)
    {
        var claimed = lines.Sum(l => l.Settlement?.Claims.Sum(c => c.Amount) ?? Money.Zero);
        if (recovered < Money.Zero || recovered > claimed)
        {
            throw new ArgumentOutOfRangeException(nameof(recovered), recovered, "Recovered lies within zero and what was claimed.");
        }

        return new(
            contract,
            lines.Where(l => l.IsPaid).Sum(Payable),
            lines.Where(l => !l.IsPaid).Sum(Payable),
            lines.Sum(l => l.Settlement?.Withheld ?? Money.Zero) + claimed,
            claimed,
            recovered);
    }

    private static Money Payable(BalanceLine line) => line.Settlement?.Payable ?? line.Planned;
}
