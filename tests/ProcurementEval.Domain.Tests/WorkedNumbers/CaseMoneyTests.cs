using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Tests.WorkedNumbers;

/// <summary>The sums of money of cases.md, cases 1 to 7.</summary>
public class CaseMoneyTests
{
    private static readonly Money Longhua = Yuan(6_929_000m);

    // 34 % of 6,929,000 = 2,355,860 is the last instalment; 30 % + 36 % = 4,573,140 was paid before.
    private static readonly Money LonghuaLast = Yuan(2_355_860m);
    private static readonly Money LonghuaBefore = Yuan(4_573_140m);

    [Fact]
    public void Case1_2445000At30_55_15_Is733500_1344750_366750() => Assert.Equal([733_500m, 1_344_750m, 366_750m], Split(2_445_000m, 30m, 55m, 15m));

    [Fact]
    public void Case1_Budget_Is15PostsAt163000() =>
        // 15 × 163,000 = 2,445,000.
        Assert.Equal(2_445_000m, Enumerable.Repeat(Yuan(163_000m), 15).Sum().Yuan);

    [Fact]
    public void Case3_6929000At30_36_34_Is2078700_2494440_2355860() =>
        // 41 × 169,000 = 6,929,000.
        Assert.Equal([2_078_700m, 2_494_440m, 2_355_860m], Split(41 * 169_000m, 30m, 36m, 34m));

    [Fact]
    public void Case3_At81_Deducts692900()
    {
        // (90 − 81) ÷ 90 × 6,929,000 = 692,900; 2,355,860 − 692,900 = 1,662,960 is paid.
        var settlement = Last(new RatedResult(81m, "good", Vetoed: false));

        Assert.Equal((692_900m, 1_662_960m), (settlement.Withheld.Yuan, settlement.Payable.Yuan));
        Assert.Empty(settlement.Claims);
    }

    [Fact]
    public void Case3_At45_DeductsMoreThanTheLastInstalment_TheRestIsClaimed()
    {
        // (90 − 45) ÷ 90 × 6,929,000 = 3,464,500; 3,464,500 − 2,355,860 = 1,108,640 is claimed back.
        var settlement = Last(new RatedResult(45m, "fail", Vetoed: false));

        Assert.Equal((2_355_860m, 0m), (settlement.Withheld.Yuan, settlement.Payable.Yuan));
        Assert.Equal(1_108_640m, Assert.Single(settlement.Claims).Amount.Yuan);
    }

    [Fact]
    public void Case3_At95WithAVeto_DeductsAs59()
    {
        // (90 − 59) ÷ 90 × 6,929,000 = 2,386,655.555… → 2,386,655.56; of it 30,795.56 beyond the instalment is claimed.
        var settlement = Last(new RatedResult(95m, "fail", Vetoed: true));

        Assert.Equal(2_386_655.56m, settlement.Deductions[0].Amount.Yuan);
        Assert.Equal(30_795.56m, Assert.Single(settlement.Claims).Amount.Yuan);
    }

    [Theory]
    [InlineData("90.00")]
    [InlineData("95.00")]
    [InlineData("110.00")]
    public void Case3_Excellent_IsPaidInFullAndNeverMore(decimal total) => Assert.Equal(LonghuaLast, Last(new RatedResult(total, "excellent", Vetoed: false)).Payable);

    [Fact]
    public void Case3_At89_99_LosesAHundredthOfAPoint() =>
        // 0.01 ÷ 90 × 6,929,000 = 769.888… → 769.89.
        Assert.Equal(769.89m, Last(new RatedResult(89.99m, "good", Vetoed: false)).Withheld.Yuan);

    [Fact]
    public void Case3_Vacancy_Is463_01ADayAndPost()
    {
        // 169,000 ÷ 365 = 463.01369…; two posts, 45 and 10 days: 55 × 169,000 ÷ 365 = 25,465.753… → 25,465.75.
        Assert.Equal(463.01m, Vacant(new VacantPosts(1, 1)));
        Assert.Equal(25_465.75m, Vacant(new VacantPosts(1, 45), new VacantPosts(1, 10)));
    }

    [Fact]
    public void Case4_4075000At30_50_20_Is1222500_2037500_815000() =>
        // 25 × 163,000 = 4,075,000.
        Assert.Equal([1_222_500m, 2_037_500m, 815_000m], Split(25 * 163_000m, 30m, 50m, 20m));

    [Fact]
    public void Case5_25_4_60_14_5_IsRefused() =>
        // 25.4 + 60 + 14.5 = 99.9.
        Assert.Throws<ArgumentException>(() => Split(1_000_000m, 25.4m, 60m, 14.5m));

    [Fact]
    public void Case6_AcceptedUnits_ArePaidAtTheirPricesAfterTheFirstHalf()
    {
        // 400 × 300 + 120 × 1,000 + 20 × 4,000 + 230 × 2,000 = 120,000 + 120,000 + 80,000 + 460,000 = 780,000;
        // less the 525,000 paid: 255,000 is due, 270,000 of the second half is deducted.
        var settlement = Units(400m, 120m, 20m, 230m);

        Assert.Equal((255_000m, 270_000m), (settlement.Payable.Yuan, settlement.Withheld.Yuan));
    }

    [Fact]
    public void Case6_MoreUnitsThanTheBudget_ArePaidUpToIt()
    {
        // 500 × 300 + 250 × 1,000 + 50 × 4,000 + 250 × 2,000 = 1,100,000 > 1,050,000.
        var settlement = Units(500m, 250m, 50m, 250m);

        Assert.Equal(525_000m, settlement.Payable.Yuan);
        Assert.Equal(1_050_000m, settlement.Deductions[0].Working.Single(s => s.Code == "units-earned").Value);
    }

    [Fact]
    public void Case6_FewerUnitsThanPaidFor_AreClaimedBack()
    {
        // 500,000 earned, 525,000 paid: all of the second half is deducted and 25,000 claimed.
        var settlement = Units(0m, 100m, 50m, 100m);

        Assert.Equal(0m, settlement.Payable.Yuan);
        Assert.Equal(25_000m, Assert.Single(settlement.Claims).Amount.Yuan);
    }

    [Theory]
    [InlineData("excellent", "366750.00")]
    [InlineData("good", "256725.00")]
    [InlineData("pass", "183375.00")]
    [InlineData("fail", "0.00")]
    public void Case7_Grade_PaysItsShareOfTheInstalment(string grade, decimal paid)
    {
        // Of an instalment of 366,750: 100 % 366,750; 70 % 256,725; 50 % 183,375; 0 %.
        var bands = new GradePayment([new("excellent", Share.Whole), new("good", Share.FromPercent(70m)), new("pass", Share.FromPercent(50m)), new("fail", Share.Zero)]);

        Assert.Equal(paid, Settlement.Of(new(Yuan(2_445_000m), Yuan(366_750m), [bands]) { PaidBefore = Yuan(2_078_250m), Result = new(75m, grade, Vetoed: false) }).Payable.Yuan);
    }

    private static Money Yuan(decimal yuan) => Money.FromYuan(yuan);

    private static IEnumerable<decimal> Split(decimal sum, params decimal[] percents) => Instalments.Split(Yuan(sum), [.. percents.Select(Share.FromPercent)]).Select(m => m.Yuan);

    private static Settlement Last(RatedResult result) =>
        Settlement.Of(new(Longhua, LonghuaLast, [new ScoreFormula(90m, ["excellent"])]) { PaidBefore = LonghuaBefore, Result = result, VetoCountsAs = 59m });

    private static decimal Vacant(params VacantPosts[] posts) =>
        Settlement.Of(new(Longhua, LonghuaLast, [new Vacancy(Yuan(169_000m), 365)]) { PaidBefore = LonghuaBefore, Vacancies = posts }).Withheld.Yuan;

    private static Settlement Units(decimal cases, decimal groups, decimal large, decimal small) =>
        Settlement.Of(new(Yuan(1_050_000m), Yuan(525_000m), [new AcceptedUnits()])
        {
            PaidBefore = Yuan(525_000m),
            Units = [new("case", cases, Yuan(300m)), new("group", groups, Yuan(1_000m)), new("large", large, Yuan(4_000m)), new("small", small, Yuan(2_000m))],
        });
}
