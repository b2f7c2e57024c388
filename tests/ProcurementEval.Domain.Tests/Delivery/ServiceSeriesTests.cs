using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Delivery;
using static ProcurementEval.Domain.Tests.Calendars.China;

namespace ProcurementEval.Domain.Tests.Delivery;

/// <summary>Invented records that a rule makes: the same on every machine, and only on working days.</summary>
public class ServiceSeriesTests
{
    private static readonly DateOnly From = Day("2024-10-01");
    private static readonly DateOnly To = Day("2025-02-28");
    private static readonly SeriesRule Rule = new() { Seed = 7, Target = "visits", Site = "site", Count = 40, People = new(8, 12), Sessions = new(5, 6), Hours = new(1.5m, 3m), GroupEvery = 4, OutReachPercent = 60 };

    [Fact]
    public void Of_SameRule_GivesTheSameRecords() => Assert.Equal(Of(Rule), Of(Rule));

    [Fact]
    public void Of_AnotherSeedOrSite_GivesOthers()
    {
        Assert.NotEqual(Of(Rule), Of(Rule with { Seed = 8 }));
        Assert.NotEqual(Of(Rule).Select(r => r.People), Of(Rule with { Site = "other" }).Select(r => r.People));
    }

    [Fact]
    public void Of_CountRangesAndDays_AreThoseOfTheRule()
    {
        var records = Of(Rule);

        Assert.Equal(40, records.Count);
        Assert.All(records, r => Assert.True(r.People is >= 8 and <= 12 && r.Sessions is 5 or 6 && r.Hours is >= 1.5m and <= 3m && r.Hours % 0.25m == 0m));
        Assert.All(records, r => Assert.True(Calendar.IsWorkingDay(r.Date), r.Date.ToString("yyyy-MM-dd", null)));
        Assert.Equal(records.OrderBy(r => r.Date), records);
    }

    [Fact]
    public void Of_GroupAndOutReach_ArePartsOfTheCount()
    {
        // Every fourth of 40 = 10; 60 % of 40 = 24.
        Assert.Equal((10, 24), (Of(Rule).Count(r => r.ForGroup), Of(Rule).Count(r => r.OutReach)));
    }

    [Fact]
    public void Of_Cadence_MakesTheCountInEachFullPeriod()
    {
        // October to February: five months, 3 each.
        var months = Of(Rule with { Count = 3, Each = Cadence.Month }).GroupBy(r => r.Date.Month).ToArray();

        Assert.Equal(5, months.Length);
        Assert.All(months, m => Assert.Equal(3, m.Count()));
    }

    [Fact]
    public void Of_RuleThatContradictsItself_IsRefused()
    {
        SeriesRule[] wrong = [Rule with { Count = 0 }, Rule with { People = new(3, 2) }, Rule with { OutReachPercent = 101 }, Rule with { GroupEvery = 0 }, Rule with { Done = 2, Base = 1 }, Rule with { Hours = new(-1m, 1m) }];

        Assert.All(wrong, r => Assert.Throws<ArgumentException>(() => Of(r)));
    }

    [Fact]
    public void Of_OnlyHolidays_IsRefused() => Assert.Throws<ArgumentException>(() => Of(Rule with { From = Day("2024-10-01"), To = Day("2024-10-07") }));

    [Fact]
    public void SplitMix64_Seed1234567_GivesThePublishedNumbers()
    {
        // The first outputs of the reference implementation for this seed, as its test vectors print them.
        var random = new SplitMix64(1_234_567);

        Assert.Equal([6_457_827_717_110_365_317UL, 3_203_168_211_198_807_973UL, 9_817_491_932_198_370_423UL], [random.Next(), random.Next(), random.Next()]);
    }

    private static IReadOnlyList<DeliveredService> Of(SeriesRule rule) => ServiceSeries.Of(rule, From, To, Calendar);
}
