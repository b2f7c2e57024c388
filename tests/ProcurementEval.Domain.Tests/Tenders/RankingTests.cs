using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Tenders;

/// <summary>Who wins, and by what rule (87号令 第五十五、五十七、六十八条).</summary>
public class RankingTests
{
    private static readonly Template Priced = Template(Leaf("price", 10m, new LowestPriceRule()), Leaf("quality", 90m, new RatioRule(90m)));
    private static readonly Template Fixed = Template(Leaf("hours", 10m, new HoursRule()), Leaf("quality", 90m, new RatioRule(90m)));

    [Fact]
    public void Rank_HigherTotal_IsAhead()
    {
        // A: 90 ÷ 100 × 10 + 80 = 89.00; B: 10 + 70 = 80.00; C: 90 ÷ 95 × 10 = 9.47 + 85 = 94.47.
        var ranked = Of(Priced, [], [], Bid("A", 100m, 80m), Bid("B", 90m, 70m), Bid("C", 95m, 85m));

        Assert.Equal([("C", 1, 94.47m), ("A", 2, 89m), ("B", 3, 80m)], ranked);
    }

    [Fact]
    public void Rank_LowestQuote_IsTakenOverTheBidsGivenOnly()
    {
        // Without the non-conforming 50, the lowest is 90: 90 ÷ 100 × 10 = 9.00.
        Assert.Equal(9m, Ranking.Of(Priced, [Bid("A", 100m, 0m), Bid("B", 90m, 0m)], Rules(), []).Single(r => r.Content.Supplier == "A").Score.Total);
    }

    [Fact]
    public void Rank_Hours_AreComparedWithTheMostPromised()
    {
        // 35,244 ÷ 36,000 × 10 = 9.79 + 50; 10 + 45.
        var ranked = Of(Fixed, [], [], Bid("A", 1m, 50m, 35_244m), Bid("B", 1m, 45m, 36_000m));

        Assert.Equal([("A", 1, 59.79m), ("B", 2, 55m)], ranked);
    }

    [Fact]
    public void Rank_EqualTotals_LowerPriceIsAhead()
    {
        // A: 90 ÷ 100 × 10 + 81 = 90; B: 10 + 80 = 90.
        var ranked = Of(Priced, [TieBreak.LowerPrice], [], Bid("A", 100m, 81m), Bid("B", 90m, 80m));

        Assert.Equal([("B", 1, 90m), ("A", 2, 90m)], ranked);
    }

    [Fact]
    public void Rank_EqualTotalsAndPrices_AreJointAndTheNextRankIsLeftOut()
    {
        var ranked = Of(Priced, [TieBreak.LowerPrice], [], Bid("A", 90m, 80m), Bid("B", 90m, 80m), Bid("C", 90m, 70m));

        Assert.Equal([("A", 1, 90m), ("B", 1, 90m), ("C", 3, 80m)], ranked);
    }

    [Fact]
    public void Rank_JointRank_IsToldApartByTheRecordedLot()
    {
        var ranked = Of(Priced, [TieBreak.LowerPrice, TieBreak.Lot], ["B", "A"], Bid("A", 90m, 80m), Bid("B", 90m, 80m));

        Assert.Equal([("B", 1, 90m), ("A", 2, 90m)], ranked);
    }

    [Fact]
    public void Rank_Lot_NeverBeatsALowerPrice()
    {
        var ranked = Of(Priced, [TieBreak.LowerPrice, TieBreak.Lot], ["A", "B"], Bid("A", 100m, 81m), Bid("B", 90m, 80m));

        Assert.Equal("B", ranked[0].Supplier);
    }

    [Fact]
    public void Rank_WithoutTieRules_LeavesEqualTotalsJoint() => Assert.Equal([1, 1], Of(Priced, [], [], Bid("A", 100m, 81m), Bid("B", 90m, 80m)).Select(r => r.Rank));

    [Fact]
    public void Rank_NoBid_IsRefused() =>
        Assert.Equal([new Unmet("TooFewConformingBids", 1, 0)], Assert.Throws<RefusedException>(() => Ranking.Of(Priced, [], Rules(), [])).Unmet);

    [Theory]
    [InlineData(true, "100", "40000", null)]
    [InlineData(false, "100", "40000", "NotQualified")]
    [InlineData(true, "0", "40000", "QuoteNotPositive")]
    [InlineData(true, "-1", "40000", "QuoteNotPositive")]
    [InlineData(true, "100.01", "40000", "QuoteAboveCeiling")]
    [InlineData(true, "100", "39191.99", "HoursBelowMinimum")]
    [InlineData(true, "100", "39192", null)]
    [InlineData(true, "100", "48356", null)]
    [InlineData(true, "100", "48356.01", "HoursAboveMaximum")]
    public void InvalidReason_QualificationCeilingAndHours(bool qualified, decimal quote, decimal hours, string? reason)
    {
        // Hours of the Baiyun tender: 39,192 to 48,356, both included.
        var rules = Rules() with { MinimumHours = 39_192m, MaximumHours = 48_356m };

        Assert.Equal(reason, Ranking.InvalidReason(new BidContent("A", Money.FromYuan(quote), hours, new Dictionary<string, Fact>()), qualified, rules, Money.FromYuan(100m), Fixed));
    }

    [Fact]
    public void InvalidReason_NoHoursWhereAMinimumIsAsked_IsBelowIt() =>
        Assert.Equal("HoursBelowMinimum", Ranking.InvalidReason(new BidContent("A", Money.FromYuan(1m), null, new Dictionary<string, Fact>()), qualified: true, Rules() with { MinimumHours = 1m }, Money.FromYuan(1m), Priced));

    // Without hours the factor has nothing to divide: the bid is out before it could be scored.
    [Theory]
    [InlineData(null, "HoursMissing")]
    [InlineData("0", "HoursMissing")]
    [InlineData("0.01", null)]
    public void InvalidReason_NoHoursWhereHoursAreScored_IsMissing(string? hours, string? reason)
    {
        var content = new BidContent("A", Money.FromYuan(1m), hours is null ? null : decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture), new Dictionary<string, Fact>());

        Assert.Equal(reason, Ranking.InvalidReason(content, qualified: true, Rules(), Money.FromYuan(1m), Fixed));
        Assert.Null(Ranking.InvalidReason(content, qualified: true, Rules(), Money.FromYuan(1m), Priced));
    }

    internal static TenderRules Rules(params TieBreak[] ties) => new(PurchaseMethod.OpenTender, new TemplateReference("T", 1), ContractSum.Quote) { Panel = new PanelRule(5, 4), Ties = ties };

    private static ScoredBid Bid(string supplier, decimal quote, decimal quality, decimal? hours = null) =>
        new(new Guid(supplier[0], 0, 0, new byte[8]), new BidContent(supplier, Money.FromYuan(quote), hours, new Dictionary<string, Fact> { ["quality"] = Actual(quality) }), []);

    private static IReadOnlyList<(string Supplier, int Rank, decimal Total)> Of(Template template, TieBreak[] ties, string[] lot, params ScoredBid[] bids) =>
        [.. Ranking.Of(template, bids, Rules(ties), lot).Select(r => (r.Content.Supplier, r.Rank, r.Score.Total))];
}
