using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Tests.Funding;

/// <summary>Where a deduction goes: first this instalment, then later ones, then back from what was paid.</summary>
public class SettlementTests
{
    private static readonly Vacancy Post = new(Money.FromYuan(36_500m), 365); // 100 a day

    [Theory]

    // Of 1,000 a, 300 here, 400 later, 300 paid.
    [InlineData(2, 200, 0, 0)]
    [InlineData(5, 300, 200, 0)]
    [InlineData(9, 300, 400, 200)]
    [InlineData(50, 300, 400, 300)]
    public void Deduction_GrowingLoss_IsWithheldThenCarriedThenClaimed(int days, int withheld, int carried, int claimed)
    {
        var deduction = Assert.Single(Settlement.Of(new(Yuan(1_000m), Yuan(300m), [Post]) { Later = Yuan(400m), PaidBefore = Yuan(300m), Vacancies = [new(1, days)] }).Deductions);

        Assert.Equal((Yuan(withheld), Yuan(carried), Yuan(claimed)), (deduction.Withheld, deduction.Carried, deduction.Claimed));
        Assert.Equal("vacancy", deduction.Reason);
    }

    [Fact]
    public void Carried_FromAnEarlierInstalment_IsWithheldFirst()
    {
        var settlement = Settlement.Of(new(Yuan(1_000m), Yuan(300m), [Post]) { Carried = [new("score-formula", Yuan(250m))], Vacancies = [new(1, 1)] });

        Assert.Equal([("score-formula", 250m), ("vacancy", 50m)], settlement.Deductions.Select(d => (d.Reason, d.Withheld.Yuan)));
        Assert.Equal(0m, settlement.Payable.Yuan);
    }

    [Fact]
    public void Carried_Units_AreReckonedAnewAndNotTwice()
    {
        // 5 units at 100 = 500 earned of 1,000; 200 paid: of the 400 here 300 is due.
        var settlement = Settlement.Of(new(Yuan(1_000m), Yuan(400m), [new AcceptedUnits()])
        {
            PaidBefore = Yuan(200m), Carried = [new("accepted-units", Yuan(100m))], Units = [new("case", 5m, Yuan(100m))],
        });

        Assert.Equal(300m, settlement.Payable.Yuan);
    }

    [Fact]
    public void Adjustments_Several_AreTakenInThePlansOrder()
    {
        // 50 % of 300 = 150, then 2 × 100 = 200, of which 150 is left to withhold and 50 is carried.
        var settlement = Settlement.Of(new(Yuan(1_000m), Yuan(300m), [new GradePayment([new("pass", Share.FromPercent(50m))]), Post])
        {
            Later = Yuan(700m), Result = new(70m, "pass", Vetoed: false), Vacancies = [new(2, 1)],
        });

        Assert.Equal([150m, 150m], settlement.Deductions.Select(d => d.Withheld.Yuan));
        Assert.Equal(50m, Assert.Single(settlement.Carried).Amount.Yuan);
    }

    [Fact]
    public void Adjustments_Several_ShareWhatIsLeftLaterAndPaid()
    {
        // 300 here, 400 later, 300 paid; first 500: 300 + 200; then 900: nothing here, the 200 left later, and the 300 paid.
        var settlement = Settlement.Of(new(Yuan(1_000m), Yuan(300m), [Post]) { Later = Yuan(400m), PaidBefore = Yuan(300m), Carried = [new("score-formula", Yuan(500m))], Vacancies = [new(1, 9)] });

        Assert.Equal([(300m, 200m, 0m), (0m, 200m, 300m)], settlement.Deductions.Select(d => (d.Withheld.Yuan, d.Carried.Yuan, d.Claimed.Yuan)));
    }

    [Fact]
    public void ScoreFormula_ScoreZeroAndNothingPaid_TakesAllOfTheContractAndNoMore() =>
        Assert.Equal((300m, 0m), Of(Settlement.Of(new(Yuan(300m), Yuan(300m), [new ScoreFormula(90m, [])]) { Result = new(0m, "fail", Vetoed: false) })));

    [Fact]
    public void ScoreFormula_BonusBeyondTheFullMark_NeverAddsMoney() =>
        Assert.Equal((0m, 300m), Of(Settlement.Of(new(Yuan(300m), Yuan(300m), [new ScoreFormula(90m, [])]) { Result = new(105m, "excellent", Vetoed: false) })));

    [Fact]
    public void ScoreFormula_VetoOnAnExcellentFigure_IsNotPaidInFull() =>
        // (90 − 59) ÷ 90 × 900 = 310 withheld of 900.
        Assert.Equal((310m, 590m), Of(Settlement.Of(new(Yuan(900m), Yuan(900m), [new ScoreFormula(90m, ["excellent"])]) { Result = new(95m, "excellent", Vetoed: true), VetoCountsAs = 59m })));

    [Fact]
    public void Adjustment_WithoutItsResult_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Settlement.Of(new(Yuan(300m), Yuan(300m), [new ScoreFormula(90m, [])])));
        Assert.Throws<ArgumentException>(() => Settlement.Of(new(Yuan(300m), Yuan(300m), [new GradePayment([])]) { Result = new(70m, "pass", Vetoed: false) }));
    }

    [Fact]
    public void NoAdjustment_PaysWhatIsPlanned() => Assert.Equal((0m, 300m), Of(Settlement.Of(new(Yuan(1_000m), Yuan(300m), []))));

    [Fact]
    public void Split_CentsLeft_GoToTheLargestRemainders() =>
        // 100.00 ÷ 3: 33.33 each and one cent left for the first; 0.05 at 50/50: 0.025 each, the earlier gets 0.03.
        Assert.Equal(
            [33.34m, 33.33m, 33.33m, 0.03m, 0.02m],
            Instalments.Split(Yuan(100m), [Share.FromFraction(0.333334m), Share.FromFraction(0.333333m), Share.FromFraction(0.333333m)]).Concat(Instalments.Split(Yuan(0.05m), [Share.FromPercent(50m), Share.FromPercent(50m)])).Select(m => m.Yuan));

    [Fact]
    public void Split_NegativeSum_IsRefused() => Assert.Throws<ArgumentException>(() => Instalments.Split(Yuan(-1m), [Share.Whole]));

    [Fact]
    public void Balance_Recovered_IsWithinWhatWasClaimed()
    {
        var settlement = Settlement.Of(new(Yuan(1_000m), Yuan(300m), [Post]) { PaidBefore = Yuan(700m), Vacancies = [new(1, 5)] });
        BalanceLine[] lines = [new(Yuan(700m), null, IsPaid: true), new(Yuan(300m), settlement)];

        // 500 lost: 300 withheld, 200 claimed; paid 700, recovered 50: 650 kept, 150 outstanding.
        var balance = ContractBalance.Of(Yuan(1_000m), lines, Yuan(50m));

        Assert.Equal((700m, 0m, 500m, 200m, 650m, 150m), (balance.Paid.Yuan, balance.Unpaid.Yuan, balance.Deducted.Yuan, balance.Claimed.Yuan, balance.NetPaid.Yuan, balance.Outstanding.Yuan));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractBalance.Of(Yuan(1_000m), lines, Yuan(200.01m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractBalance.Of(Yuan(1_000m), lines, Yuan(-0.01m)));
    }

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    private static (decimal Withheld, decimal Payable) Of(Settlement settlement) => (settlement.Withheld.Yuan, settlement.Payable.Yuan);
}
