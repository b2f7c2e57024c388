namespace ProcurementEval.Web.Tests.Walks;

/// <summary>One number of a case is changed, and what follows is worked out beside it.</summary>
public sealed class ChangedNumberTests
{
    // Base: mingde 96.90 with 9.40 for its price, 2,298,300 ÷ 2,445,000 × 100 = 94.00; xinzhou 86.38 with 9.58, 2,298,300 ÷ 2,400,000 × 100 = 95.76.
    [Theory]
    // 2,200,500 ÷ 2,445,000 = 90.00 %: 96.90 − 9.40 + 9.00 = 96.50. ÷ 2,400,000 = 91.69 %: 86.38 − 9.58 + 9.17 = 85.97. The lowest keeps its 10.
    [InlineData("quote: 2298300.00", "quote: 2200500.00", "mingde 96.50", "xinzhou 85.97", "anhe 74.10")]
    // T08 60 + mean of (40, 40, 20, 40, 40) = 96, weighted 9.60; all zero: 60, weighted 6.00: 96.90 − 3.60 = 93.30.
    [InlineData("T08: { judgement: [40, 40, 20, 40, 40] }", "T08: { judgement: [0, 0, 0, 0, 0] }", "mingde 93.30", "xinzhou 86.38", "anhe 74.10")]
    // One certificate of 20 points less, at 5 %: 96.90 − 1.00 = 95.90.
    [InlineData("T02: 5", "T02: 4", "mingde 95.90", "xinzhou 86.38", "anhe 74.10")]
    public async Task Case1_Bid_Changed_ChangesTotals(string from, string to, params string[] bids)
    {
        var walked = await WalkAsync("xinhu-2024", from, to);

        Assert.StartsWith(string.Join(", ", bids), walked.Bids, StringComparison.Ordinal);
    }

    // One fen above the budget of 2,445,000.00: mingde's bid is invalid, xinzhou wins; 2,400,000 × 30, 55, 15 %.
    [Fact]
    public async Task Case1_QuoteOneFenAboveTheBudget_LosesTheContract()
    {
        var walked = await WalkAsync("xinhu-2024", "quote: 2445000.00", "quote: 2445000.01");

        Assert.Equal("xinzhou", walked.Winner);
        Assert.Contains("mingde invalid", walked.Bids, StringComparison.Ordinal);
        Assert.Equal("720000.00 1320000.00 360000.00", walked.Instalments("paid"));
    }

    // Base: lihu 94.93, keyun 93.89, yungu 93.63; mean 94.15.
    [Theory]
    // yungu's 4, 4, 4 becomes 6, 6, 6: 93.63 + 2 = 95.63; (94.93 + 93.89 + 95.63) ÷ 3 = 94.8167.
    [InlineData("A4.1.2: [4, 4, 4]", "A4.1.2: [6, 6, 6]", "94.93 93.89 95.63", "94.82 excellent")]
    // 51 ÷ 60 × 2 = 1.70 becomes 30 ÷ 60 × 2 = 1.00: each site loses 0.70; (94.23 + 93.19 + 92.93) ÷ 3 = 93.45.
    [InlineData("A4.2.3: { valid: 51", "A4.2.3: { valid: 30", "94.23 93.19 92.93", "93.45 excellent")]
    // 50 of 230.14 visits = 0.217262; (28 + 0.217262) ÷ 29 = 97.30 %; × 8 = 7.78 in place of 7.96: 94.93 − 0.18 = 94.75; 282.27 ÷ 3 = 94.09.
    [InlineData("target: visits, site: lihu, count: 100", "target: visits, site: lihu, count: 25", "94.75 93.89 93.63", "94.09 excellent")]
    public async Task Case1_FinalEvaluation_Changed_ChangesTheTotal(string from, string to, string final, string result)
    {
        var walked = await WalkAsync("xinhu-2024", from, to, last: true);

        Assert.Equal((final, result), (walked.Totals("final"), walked.Result));
    }

    // Case 1: 2025-03-19 + 30 days = 2025-04-18, a Friday. Case 4: 2025-02-07 + 15 days = 2025-02-22, a Saturday: Monday 2025-02-24.
    [Theory]
    [InlineData("xinhu-2024", "claimed: 2025-03-18", "claimed: 2025-03-19", "2024-11-08 2025-04-18 2025-11-12")]
    [InlineData("fenghuang-2024", "claimed: 2025-02-06", "claimed: 2025-02-07", "2024-10-25 2025-02-24 2025-11-12")]
    public async Task Invoice_OneDayLater_IsDueLater(string id, string from, string to, string due) =>
        Assert.Equal(due, (await WalkAsync(id, from, to)).Instalments("dueOn"));

    // Base: xinyue 96.55 with 37,050 ÷ 38,000 × 10 = 9.75; nanhua 56.10 with 36,100 ÷ 38,000 × 10 = 9.50.
    [Theory]
    // 36,100 ÷ 38,000 × 10 = 9.50: 96.55 − 9.75 + 9.50 = 96.30.
    [InlineData("hours: 37050", "hours: 36100", "96.30", "56.10")]
    // ÷ 40,000 × 10: 37,050 gives 9.2625, 9.26: 96.55 − 9.75 + 9.26 = 96.06; 36,100 gives 9.025, 9.03: 56.10 − 9.50 + 9.03 = 55.63.
    [InlineData("hours: 38000", "hours: 40000", "96.06", "55.63")]
    public async Task Case2_PromisedHours_Changed_ChangeTotals(string from, string to, string xinyue, string nanhua)
    {
        var walked = await WalkAsync("fengyang-2023", from, to);

        Assert.Equal((xinyue, nanhua), (walked.Bid("xinyue"), walked.Bid("nanhua")));
    }

    // Base: 897.14 and 922.40; 0.4 × 897.14 + 0.6 × 922.40 = 912.296.
    [Theory]
    // Eight gaps more at 3 points: 897.14 − 24 = 873.14; 0.4 × 873.14 + 0.6 × 922.40 = 349.256 + 553.44 = 902.696.
    [InlineData("P2.6: 2", "P2.6: 10", "873.14", "922.40", "902.70 excellent")]
    // 57 ÷ 60 × 40 = 38 becomes 30 ÷ 60 × 40 = 20: 922.40 − 18 = 904.40; 358.856 + 542.64 = 901.496.
    [InlineData("P4.2: 57", "P4.2: 30", "897.14", "904.40", "901.50 excellent")]
    public async Task Case2_Evaluation_Changed_ChangesTheYear(string from, string to, string midTerm, string final, string result)
    {
        var walked = await WalkAsync("fengyang-2023", from, to, last: true);

        Assert.Equal((midTerm, final, result), (walked.Totals("mid-term"), walked.Totals("final"), walked.Result));
    }

    // Base: 81.00. The last instalment is 2,355,860.00; it loses (90 − score) ÷ 90 × 6,929,000.
    [Theory]
    // One fault less at 2 points: 83.00; 7 ÷ 90 × 6,929,000 = 538,922.22.
    [InlineData("LH5.3: 1", "LH5.3: 0", "83.00 good", "538922.22", "1816937.78")]
    // One more: 79.00, one grade lower; 11 ÷ 90 × 6,929,000 = 846,877.78.
    [InlineData("LH5.3: 1", "LH5.3: 2", "79.00 pass", "846877.78", "1508982.22")]
    // (2 + 1 + 0) ÷ 3 = 1 in place of 2: 80.00, just good; 10 ÷ 90 × 6,929,000 = 769,888.89.
    [InlineData("LH1.1: [2, 2, 2]", "LH1.1: [2, 1, 0]", "80.00 good", "769888.89", "1585971.11")]
    public async Task Case3_FinalEvaluation_Changed_ChangesTheLastInstalment(string from, string to, string result, string deducted, string paid)
    {
        var walked = await WalkAsync("longhua-2024", from, to, last: true);

        Assert.Equal(result, walked.Result);
        Assert.Equal($"0.00 23150.68 {deducted}", walked.Instalments("deducted"));
        Assert.Equal($"2078700.00 2471289.32 {paid}", walked.Instalments("paid"));
    }

    // The first vacancy ten days shorter: 20 + 20 = 40 post-days; 40 × 169,000 ÷ 365 = 18,520.55; 2,494,440.00 − 18,520.55 = 2,475,919.45.
    [Fact]
    public async Task Case3_VacancyTenDaysShorter_DeductsLess()
    {
        var walked = await WalkAsync("longhua-2024", "to: 2024-11-30 }", "to: 2024-11-20 }");

        Assert.Equal("0.00 18520.55 692900.00", walked.Instalments("deducted"));
        Assert.Equal("2078700.00 2475919.45 1662960.00", walked.Instalments("paid"));
    }

    // The contract's sum is the quote: 4,000,000 × 30, 50, 20 %. Its price scores 3,912,000 ÷ 4,000,000 × 10 = 9.78 in place of ÷ 4,034,250 = 9.70: 96.50 + 0.08 = 96.58.
    [Fact]
    public async Task Case4_Quote_Changed_ChangesPricePointsAndInstalments()
    {
        var walked = await WalkAsync("fenghuang-2024", "quote: 4034250.00", "quote: 4000000.00");

        Assert.Equal("96.58", walked.Bid("hexin"));
        Assert.Equal("1200000.00 2000000.00 800000.00", walked.Instalments("paid"));
    }

    // Base: accepted units are worth 1,036,000.00, of which 525,000.00 was paid first: 511,000.00.
    [Theory]
    [InlineData("people: { from: 180, to: 180 }", "people: { from: 200, to: 200 }", "515000.00")] // the event reaches 200 people: + 4,000
    [InlineData("people: { from: 36, to: 36 }", "people: { from: 42, to: 42 }", "513000.00")] // two groups reach 42: + 2 × 1,000
    [InlineData("target: small-event, site: community-7, count: 36", "target: small-event, site: community-7, count: 35", "509000.00")] // one event less: − 2,000
    [InlineData("target: case, site: community-1, count: 70", "target: case, site: community-1, count: 68", "510400.00")] // two cases less: − 2 × 300
    public async Task Case6_ServiceRecords_Changed_ChangeTheLastPayment(string from, string to, string paid) =>
        Assert.Equal($"525000.00 {paid}", (await WalkAsync("changsha-2022", from, to)).Instalments("paid"));

    private static async Task<Walked> WalkAsync(string id, string from, string to, bool last = false)
    {
        using var copy = new CaseCopy(id);
        copy.Change(from, to, last);
        return await copy.SummaryAsync();
    }
}
