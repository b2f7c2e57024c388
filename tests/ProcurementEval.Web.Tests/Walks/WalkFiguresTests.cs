namespace ProcurementEval.Web.Tests.Walks;

/// <summary>What the walks of the shipped cases come to, against the figures worked out by hand in the headers of the case files.</summary>
public sealed class WalkFiguresTests(WalkedCases cases)
{
    // Case 1: 9.40 + 6 × 5 + 9.60 + 9.60 + 4.80 + 4.80 + 5 + 4.50 + 4.20 + 10 + 5 = 96.90.
    [Theory]
    [InlineData("xinhu-2024", "mingde 96.90, xinzhou 86.38, anhe 74.10, tongxing 58.27, ruilin invalid")]
    [InlineData("fengyang-2023", "xinyue 96.55, haitong 76.20, nanhua 56.10, lizhi invalid")]
    [InlineData("longhua-2024", "anxin 97.30, qiaoliang 83.80, ningyu 78.00, shuguang 54.60")]
    [InlineData("fenghuang-2024", "hexin 96.50, lianxin 87.84, zhicheng 76.10, tonghe 56.60")]
    [InlineData("changsha-2022", "xingcheng 96.10, ruikang 75.89, songya 56.60, langli 47.29")]
    public async Task Tender_AsShipped_RanksAsWorkedOutByHand(string id, string bids)
    {
        var summary = (await cases.OfAsync(id)).Summary;

        Assert.Equal(bids, summary.Bids);
        Assert.Equal(bids[..bids.IndexOf(' ', StringComparison.Ordinal)], summary.Winner);
    }

    // Case 2: 0.4 × 897.14 + 0.6 × 922.40 = 912.296. Case 3: 15.11 + 18.44 + 17.82 + 15.63 + 14.00. The others: means of the sites.
    [Theory]
    [InlineData("xinhu-2024", "81.59 82.12 82.66", "94.93 93.89 93.63", "94.15 excellent", "renewed")] // 282.45 ÷ 3
    [InlineData("fengyang-2023", "897.14", "922.40", "912.30 excellent", "renewed")]
    [InlineData("longhua-2024", "77.81", "81.00", "81.00 good", "closed")]
    [InlineData("fenghuang-2024", null, "87.89 87.34 87.49 86.28 87.43", "87.29 good", "renewed")] // 436.43 ÷ 5 = 87.286
    [InlineData("changsha-2022", null, "87.49 87.49 87.49 87.49 87.29 87.49 87.46", "87.46 good", "closed")] // 612.20 ÷ 7 = 87.457
    public async Task Evaluations_AsShipped_ComeToTheFiguresWorkedOutByHand(string id, string? midTerm, string final, string result, string state)
    {
        var summary = (await cases.OfAsync(id)).Summary;

        Assert.Equal(midTerm ?? summary.Totals("mid-term"), summary.Totals("mid-term"));
        Assert.Equal((final, result, state), (summary.Totals("final"), summary.Result, summary.State));
    }

    // The mid-term figures of several sites, as the headers give them: their mean.
    [Theory]
    [InlineData("xinhu-2024", 82.12)] // 246.37 ÷ 3 = 82.1233
    [InlineData("fenghuang-2024", 82.36)]
    [InlineData("changsha-2022", 82.40)]
    public async Task MidTerm_AsShipped_HasTheMeanWorkedOutByHand(string id, double mean)
    {
        var totals = (await cases.OfAsync(id)).Summary.Totals("mid-term").Split(' ').Select(t => decimal.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal((decimal)mean, Math.Round(totals.Sum() / totals.Length, 2, MidpointRounding.AwayFromZero));
    }

    // Case 1: 2,445,000 × 30, 55, 15 %. Case 3: vacancy 50 × 169,000 ÷ 365 = 23,150.68; (90 − 81) ÷ 90 × 6,929,000 = 692,900.00.
    // Case 6: 490 × 300 + 201 × 1,000 + 34 × 4,000 + 276 × 2,000 = 1,036,000; less 525,000 = 511,000. Due: the invoice and 30 days (case 4's second: 15), off the days of rest.
    [Theory]
    [InlineData("xinhu-2024", "733500.00 1344750.00 366750.00", "0.00 0.00 0.00", "2024-11-08 2025-04-17 2025-11-12")]
    [InlineData("fengyang-2023", "1320000.00 960000.00 120000.00", "0.00 0.00 0.00", "2023-07-27 2024-02-29 2024-08-02")]
    [InlineData("longhua-2024", "2078700.00 2471289.32 1662960.00", "0.00 23150.68 692900.00", "2024-09-19 2025-04-09 2025-10-10")]
    [InlineData("fenghuang-2024", "1210275.00 2017125.00 806850.00", "0.00 0.00 0.00", "2024-10-25 2025-02-21 2025-11-12")]
    [InlineData("changsha-2022", "525000.00 511000.00", "0.00 14000.00", "2023-03-22 2024-04-10")]
    public async Task Money_AsShipped_IsPaidAsWorkedOutByHand(string id, string paid, string deducted, string due)
    {
        var summary = (await cases.OfAsync(id)).Summary;

        Assert.Equal((paid, deducted, due), (summary.Instalments("paid"), summary.Instalments("deducted"), summary.Instalments("dueOn")));
        Assert.Equal(string.Empty, summary.Recoveries);
        Assert.Equal(summary.Contract, summary.Sum("planned"));
        Assert.Equal(summary.Contract, summary.Sum("paid") + summary.Sum("deducted"));
    }

    // From 81.00: −6.80 − 3.60 − 4 − 4 − 6 − 4 − 2 − 3 − 2 − 1 + 0.40 = 45.00.
    private const string To45 = "        facts: { LH3.3: { actual: 0, target: 100 }, LH3.2: { actual: 0, target: 100 }, LH5.2: 60, LH5.3: 4, LH4.4: 5, LH2.7: 80 }\n"
        + "        scores: { LH5.1: [0, 0, 0], LH2.1: [0, 0, 0], LH1.2: [0, 0, 0], LH1.1: [0, 0, 0], LH2.6: [1, 1, 1] }\n";

    // From 81.00: +1.20 + 0.40 + 2 + 2 + 1 + 0.40 + 1 + 1 + 2 + 1 + 1 + 0.80 + 0.20 = 95.00.
    private const string To95 = "        facts: { LH3.3: { actual: 100, target: 100 }, LH3.2: { actual: 100, target: 100 }, LH5.2: 95, LH5.3: 0, LH4.4: 0, LH2.7: 80, LH1.5: 5, LH1.6: 0 }\n"
        + "        scores: { LH5.1: [6, 6, 6], LH2.1: [3, 3, 3], LH1.2: [4, 4, 4], LH1.3: [4, 4, 4], LH1.4: [3.11, 3.11, 3.11] }\n";

    // The last instalment is 6,929,000 × 34 % = 2,355,860.00.
    //   45.00: 45 ÷ 90 × 6,929,000 = 3,464,500.00, of which 3,464,500 − 2,355,860 = 1,108,640.00 is claimed back; nothing is left to pay, so it falls away.
    //   95.00 and a veto counts as 59.00: 31 ÷ 90 × 6,929,000 = 2,386,655.56, of which 30,795.56 is claimed back. 95.00 without a veto: paid in full, and no bonus.
    [Theory]
    [InlineData(To45, false, "45.00 fail", "3464500.00", "0.00", "score-formula 1108640.00")]
    [InlineData(To95, true, "95.00 fail", "2386655.56", "0.00", "score-formula 30795.56")]
    [InlineData(To95, false, "95.00 excellent", "0.00", "2355860.00", "")]
    public async Task Case3_WithItsFinalChanged_DeductsByTheFormula(string block, bool vetoed, string result, string deducted, string paid, string recoveries)
    {
        using var copy = new CaseCopy("longhua-2024");
        copy.Change("      - code: LH-2024-01\n", "      - code: LH-2024-01\n" + block, last: true);
        if (vetoed)
        {
            copy.Change("LH-V1: { misuse: false }", "LH-V1: { misuse: true }", last: true);
        }

        var summary = await copy.SummaryAsync();

        Assert.Equal((result, recoveries), (summary.Result, summary.Recoveries));
        Assert.Equal($"0.00 23150.68 {deducted}", summary.Instalments("deducted"));
        Assert.Equal($"2078700.00 2471289.32 {paid}", summary.Instalments("paid"));
        Assert.Equal(vetoed ? "LH-V1" : "", string.Join(' ', summary.Json["evaluations"]![1]!["vetoes"]!.AsArray()));
        Assert.Equal(summary.Result.EndsWith("excellent", StringComparison.Ordinal) ? "renewed" : "closed", summary.State);
        Assert.Equal(6929000.00m, summary.Sum("paid") + summary.Sum("deducted") - summary.Claimed); // nothing is unpaid at the end
    }
}
