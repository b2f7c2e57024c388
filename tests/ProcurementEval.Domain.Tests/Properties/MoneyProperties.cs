using CsCheck;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Tests.Properties;

/// <summary>What holds of money, whatever the shares and the results.</summary>
public class MoneyProperties
{
    private static readonly Gen<Money> Sums = Gen.Long[0, 10_000_000_000].Select(cents => Money.FromYuan(cents / 100m));

    // One to six shares in millionths that add up to the whole.
    private static readonly Gen<Share[]> Shares = Gen.Int[0, 1_000_000].Array[0, 5].Select(cuts =>
    {
        int[] ends = [0, .. cuts.Order(), 1_000_000];
        return ends.Zip(ends.Skip(1), (from, to) => Share.FromFraction((to - from) / 1_000_000m)).ToArray();
    });

    private static readonly Gen<Adjustment> Adjustments = Gen.OneOf<Adjustment>(
        Gen.Const(new ScoreFormula(90m, ["excellent"])),
        Gen.Const(new GradePayment([new("excellent", Share.Whole), new("pass", Share.FromPercent(50m)), new("fail", Share.Zero)])),
        Gen.Const(new AcceptedUnits()),
        Gen.Const(new Vacancy(Money.FromYuan(169_000m), 365)));

    [Fact]
    public void Split_AnySharesThatAddUp_AddsUpToTheSum() => Gen.Select(Sums, Shares).Sample((sum, shares) => Instalments.Split(sum, shares).Sum() == sum);

    [Fact]
    public void Split_EachPart_IsWithinACentOfItsExactShare() => Gen.Select(Sums, Shares).Sample((sum, shares) =>
        Instalments.Split(sum, shares).Zip(shares, (part, share) => Math.Abs(part.Yuan - (sum.Yuan * share.Fraction))).All(off => off < 0.01m));

    [Fact]
    public void Settle_AnyRunOfInstalments_PaidUnpaidDeductedLessClaimedIsTheContract() =>
        Gen.Select(Sums, Shares, Adjustments.Array[0, 3], Gen.Int[0, 11_000], Gen.Int[0, 6]).Sample((sum, shares, adjustments, total, settled) =>
        {
            var lines = Run(sum, shares, adjustments, total / 100m, settled);
            var balance = ContractBalance.Of(sum, lines, Money.Zero);
            return balance.AddsUp && balance.Paid + balance.Unpaid + balance.Deducted - balance.Claimed == sum;
        });

    [Fact]
    public void Settle_AnyRunOfInstalments_NeverPaysBelowZeroNorAbovePlannedNorClaimsMoreThanPaid() =>
        Gen.Select(Sums, Shares, Adjustments.Array[0, 3], Gen.Int[0, 11_000]).Sample((sum, shares, adjustments, total) =>
        {
            var lines = Run(sum, shares, adjustments, total / 100m, shares.Length);
            var balance = ContractBalance.Of(sum, lines, Money.Zero);
            return lines.All(l => l.Settlement!.Payable >= Money.Zero && l.Settlement.Payable <= l.Planned) && balance.Claimed <= balance.Paid && balance.NetPaid >= Money.Zero;
        });

    [Fact]
    public void Settle_HigherScore_NeverPaysLess() => Gen.Select(Sums, Gen.Int[0, 10_000], Gen.Int[0, 1_000]).Sample((sum, total, more) =>
        Paid(sum, (total + more) / 100m) >= Paid(sum, total / 100m));

    private static Money Paid(Money sum, decimal total) =>
        Settlement.Of(new(sum, sum, [new ScoreFormula(90m, ["excellent"])]) { Result = new(total, total >= 90m ? "excellent" : "pass", Vetoed: false) }).Payable;

    // Settles the first instalments one after the other, as a contract does, with what each carried to the next.
    private static List<BalanceLine> Run(Money sum, Share[] shares, Adjustment[] adjustments, decimal total, int settled)
    {
        var planned = Instalments.Split(sum, shares);
        var lines = new List<BalanceLine>();
        var (before, carried) = (Money.Zero, (IReadOnlyList<CarriedDeduction>)[]);
        for (var i = 0; i < planned.Count; i++)
        {
            if (i >= settled)
            {
                lines.Add(new BalanceLine(planned[i]));
                continue;
            }

            var settlement = Settlement.Of(new(sum, planned[i], adjustments)
            {
                PaidBefore = before,
                Later = planned.Skip(i + 1).Sum(),
                Result = new(total, total >= 90m ? "excellent" : total >= 60m ? "pass" : "fail", Vetoed: false),
                Units = [new("case", total, Money.FromYuan(300m))],
                Vacancies = [new(1, (int)total)],
                Carried = carried,
            });
            before += settlement.Payable - settlement.Claims.Sum(c => c.Amount);
            carried = settlement.Carried;
            lines.Add(new BalanceLine(planned[i], settlement, IsPaid: true));
        }

        return lines;
    }
}
