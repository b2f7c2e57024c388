using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Funding;

/// <summary>Where a contract's money stands, in yuan: contract sum = paid + unpaid + deducted − recovery claimed.</summary>
public sealed record MoneyBalance(Money Planned, Money Paid, Money Unpaid, Money Deducted, Money RecoveryClaimed)
{
    public Money ContractSum => Paid + Unpaid + Deducted - RecoveryClaimed;

    public static MoneyBalance Of(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var instalments = contract.Instalments;
        return new MoneyBalance(
            instalments.Sum(i => i.Planned),
            instalments.Sum(i => i.Paid),
            instalments.Where(i => !i.IsSettled).Sum(i => i.Payable),
            instalments.Sum(i => i.Deducted),
            contract.Recoveries.Sum(r => r.Amount));
    }
}
