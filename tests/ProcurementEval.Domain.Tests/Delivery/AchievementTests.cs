using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using static ProcurementEval.Domain.Tests.Calendars.China;

namespace ProcurementEval.Domain.Tests.Delivery;

/// <summary>Service records against targets as case 1 and case 6 set them; the year runs from 1 November 2024 to 31 October 2025.</summary>
public class AchievementTests
{
    private static readonly DateOnly Start = Day("2024-11-01");
    private static readonly DateOnly End = Day("2025-10-31");

    [Fact]
    public void Count_HalfOfTheTarget_IsHalfComplete() =>
        // 125 of 250 visits.
        Assert.Equal((250m, 125m, 0.5m), Year(new("visits", "个案", "探访", 250m) { Counted = Counted.People }, Record("2024-12-01", people: 100), Record("2025-10-31", people: 25)));

    [Fact]
    public void Count_BeyondTheTarget_IsCompleteAndNoMore() => Assert.Equal((4m, 5m, 1m), Year(new("visits", "", "", 4m), Records(5)));

    [Fact]
    public void Count_OutsideThePeriodOrOfAnotherTarget_DoesNotCount()
    {
        Assert.Equal((4m, 2m, 0.5m), Year(new("visits", "", "", 4m), Record("2024-10-31"), Record("2024-11-01"), Record("2025-10-31"), Record("2025-11-01"), Record("2025-01-01") with { Target = "groups" }));
    }

    [Fact]
    public void Count_MinimumPerEvent_LeavesSmallerEventsOut() =>
        // Large events of at least 100 people: 99 does not count, 100 does.
        Assert.Equal((4m, 2m, 0.5m), Year(new("visits", "", "", 4m) { MinimumPeople = 100 }, Record("2024-12-01", people: 99), Record("2024-12-02", people: 100), Record("2024-12-03", people: 150)));

    [Fact]
    public void Count_MinimumSessionsAndPeople_BothMustBeMet() =>
        // Groups of at least 5 sessions and 8 people.
        Assert.Equal((8m, 1m, 0.125m), Year(new("visits", "", "", 8m) { MinimumSessions = 5, MinimumPeople = 8 }, Record("2024-12-01", 8, 5), Record("2024-12-02", 8, 4), Record("2024-12-03", 7, 5)));

    [Fact]
    public void Count_OfWhichForTheGroup_IsTheLesserOfWholeAndPart()
    {
        var target = new ServiceTarget("visits", "", "", 8m) { OfWhichForGroup = 2 };

        // All 8 groups held, 1 of 2 for the named group: 0.5. With both: 1.
        Assert.Equal((8m, 8m, 0.5m), Year(target, [.. Records(7), Record("2024-12-20") with { ForGroup = true }]));
        Assert.Equal((8m, 8m, 1m), Year(target, [.. Records(6), Record("2024-12-20") with { ForGroup = true }, Record("2024-12-21") with { ForGroup = true }]));
    }

    [Fact]
    public void Count_AverageMissed_TakesAllRecords()
    {
        // Case 6: cases of at least 6 follow-ups on average: 5 + 7 = 12 ÷ 2 = 6 is enough, 5 + 6 = 11 ÷ 2 = 5.5 is not.
        var target = new ServiceTarget("visits", "", "", 2m) { AverageSessions = 6m };

        Assert.Equal((2m, 2m, 1m), Year(target, Record("2024-12-01", sessions: 5), Record("2024-12-02", sessions: 7)));
        Assert.Equal((2m, 0m, 0m), Year(target, Record("2024-12-01", sessions: 5), Record("2024-12-02", sessions: 6)));
    }

    [Fact]
    public void Count_AveragePeople_IsAskedOverAllThatMeetTheMinimums() =>
        // 20 and 30 people: 25 on average.
        Assert.Equal((2m, 2m, 1m), Year(new("visits", "", "", 2m) { AveragePeople = 25m }, Record("2024-12-01", people: 20), Record("2024-12-02", people: 30)));

    [Fact]
    public void Count_AtMidTerm_IsDueByTheDaysElapsed()
    {
        // 1 November 2024 to 31 March 2025, both included: 30 + 31 + 31 + 28 + 31 = 151 of 365 days: 250 × 151 ÷ 365 = 103.4246… → 103.42.
        var achieved = At("2025-03-31", new("visits", "", "", 250m) { Counted = Counted.People }, null, Record("2024-12-01", people: 60));

        // 60 ÷ 103.42 = 0.5801585… → 0.580159.
        Assert.Equal((103.42m, 60m, 0.580159m), achieved);
    }

    [Fact]
    public void Count_ElapsedShareThatThePlanSets_TakesThePlaceOfTheDays() =>
        // 50 % of 250 = 125.
        Assert.Equal((125m, 60m, 0.48m), At("2025-03-31", new("visits", "", "", 250m) { Counted = Counted.People }, Share.FromPercent(50m), Record("2024-12-01", people: 60)));

    [Fact]
    public void Count_BeforeTheFirstDay_IsNotDue()
    {
        var achievement = Assert.Single(Achievements.Of([new("visits", "", "", 8m) { OfWhichForGroup = 2 }], [], null, Start, End, Day("2024-10-31")));

        Assert.Equal((0m, null), (achievement.Due, achievement.Completion));
        Assert.DoesNotContain(achievement.Working, s => s.Calculation.Contains("÷ 0)", StringComparison.Ordinal));
    }

    [Fact]
    public void Cadence_MissedMonth_IsNotMadeGoodByAFullOne()
    {
        // 5 a month to 31 January: November 5, December 4, January 12: two of three months kept.
        var target = new ServiceTarget("visits", "", "", 5m) { Each = Cadence.Month };

        Assert.Equal((3m, 2m, 0.666667m), At("2025-01-31", target, null, [.. On("2024-11-15", 5), .. On("2024-12-15", 4), .. On("2025-01-15", 12)]));
    }

    [Fact]
    public void Cadence_PartOfAPeriod_AsksNothing() =>
        // To 30 January only November and December are full.
        Assert.Equal((2m, 2m, 1m), At("2025-01-30", new("visits", "", "", 1m) { Each = Cadence.Month }, null, [.. On("2024-11-01", 1), .. On("2024-12-31", 1)]));

    [Theory]
    [InlineData(Cadence.Quarter, 4)]
    [InlineData(Cadence.HalfYear, 2)]
    [InlineData(Cadence.Month, 12)]
    public void Cadence_WholeYear_HasItsFullPeriods(Cadence each, int periods) => Assert.Equal((periods, 0m, 0m), Year(new("visits", "", "", 1m) { Each = each }));

    [Fact]
    public void Cadence_OfWhichForTheGroup_IsAskedInEachPeriod() =>
        Assert.Equal((2m, 1m, 0.5m), At("2024-12-31", new("visits", "", "", 1m) { Each = Cadence.Month, OfWhichForGroup = 1 }, null, Record("2024-11-05") with { ForGroup = true }, Record("2024-12-05")));

    [Fact]
    public void Rate_DoneOverBase_IsAPercentageOfTheTarget() =>
        // (45 + 51) ÷ (50 + 50) = 96 % of the 100 % asked: 0.96.
        Assert.Equal((100m, 96m, 0.96m), Year(new("visits", "", "", 100m) { IsRate = true }, Record("2024-12-01") with { Done = 45, Base = 50 }, Record("2025-02-01") with { Done = 51, Base = 50 }));

    [Fact]
    public void Rate_WithoutABase_IsNotDue() =>
        Assert.Null(Assert.Single(Achievements.Of([new("visits", "", "", 100m) { IsRate = true }], [], null, Start, End, End)).Completion);

    [Fact]
    public void RecordsOf_CountsAnotherTargetsRecords() =>
        Assert.Equal((1m, 1m, 1m), Year(new("large", "", "", 1m) { RecordsOf = "visits", MinimumPeople = 100 }, Record("2024-12-01", people: 120), Record("2024-12-02", people: 30)));

    [Fact]
    public void Site_ItsOwnRecordsOnly()
    {
        DeliveredService[] records = [Record("2024-12-01"), Record("2024-12-02") with { Site = "other" }];
        var target = new ServiceTarget("visits", "", "", 2m);

        Assert.Equal([1m, 2m], new string?[] { "site", null }.Select(site => Achievements.Of([target], records, site, Start, End, End)[0].Achieved));
    }

    // Two sites, each asked for 2: one has 3 and the other 1, so 4 of 4 are there and yet (1 + 0.5) ÷ 2 = 0.75 is complete.
    [Fact]
    public void Sites_NoneMakesGoodForAnother()
    {
        DeliveredService[] records = [Record("2024-12-01"), Record("2024-12-02"), Record("2024-12-03"), Record("2024-12-04") with { Site = "other" }];
        ServiceTarget[] targets = [new("visits", "", "", 2m)];

        var achievement = Assert.Single(Achievements.OfSites(targets, records, [new("site", "甲"), new("other", "乙")], Start, End, End));
        var single = Assert.Single(Achievements.OfSites(targets, records[..3], [new("site", "甲")], Start, End, End));

        Assert.Equal((4m, 4m, 0.75m), (achievement.Due, achievement.Achieved, achievement.Completion));
        Assert.Equal((2m, 3m, 1m), (single.Due, single.Achieved, single.Completion));
    }

    // Filed: 9 of 10 at one site and 1 of 10 at the other are 10 of 20, 50 per cent of all.
    [Fact]
    public void Sites_RateIsTakenOverAllRecords()
    {
        DeliveredService[] records = [Record("2024-12-01") with { Done = 9, Base = 10 }, Record("2024-12-02") with { Site = "other", Done = 1, Base = 10 }];

        var achievement = Assert.Single(Achievements.OfSites([new("visits", "", "", 100m) { IsRate = true }], records, [new("site", "甲"), new("other", "乙")], Start, End, End));

        Assert.Equal((100m, 50m, 0.5m), (achievement.Due, achievement.Achieved, achievement.Completion));
    }

    [Fact]
    public void Overall_IsTheMeanOfWhatIsDue()
    {
        // 1, 0.5 and 1 ÷ 3 with six decimals: (1 + 0.5 + 0.333333) × 100 ÷ 3 = 61.1111 → 61.11; the target that is not due is left out.
        Assert.Equal(61.11m, OverallCompletion.Of([Completed(1m), Completed(0.5m), Completed(0.333333m), Completed(null)])!.Percent);
        Assert.Null(OverallCompletion.Of([Completed(null)]));
    }

    [Fact]
    public void Units_ForPrices_AreNotCappedByTheTarget() => Assert.Equal(5m, ServiceUnits.Of(new("visits", "", "", 2m), Records(5), Start, End));

    [Fact]
    public void Hours_OutReach_IsItsShareOfAllHours()
    {
        // 90.5 of 150.5 hours = 60.1328… → 60.13 %.
        var hours = ServiceHours.Of([Record("2024-12-01") with { Hours = 90.5m, OutReach = true }, Record("2024-12-02") with { Hours = 60m }], null, Start, End);

        Assert.Equal((150.5m, 90.5m, 60.13m), (hours.Total, hours.OutReach, hours.OutReachPercent));
        Assert.Null(ServiceHours.Of([], null, Start, End).OutReachPercent);
    }

    [Fact]
    public void Period_EndBeforeStart_IsRefused() => Assert.Throws<ArgumentException>(() => Achievements.Of([], [], null, End, Start, End));

    private static Achievement Completed(decimal? completion) => new(new ServiceTarget("visits", "", "", 1m), 1m, 1m, completion);

    private static DeliveredService Record(string day, int people = 0, int sessions = 0) => new("visits", "site", Day(day)) { People = people, Sessions = sessions };

    private static DeliveredService[] Records(int count) => [.. On("2024-12-01", count)];

    private static IEnumerable<DeliveredService> On(string day, int count) => Enumerable.Repeat(Record(day), count);

    private static (decimal Due, decimal Achieved, decimal? Completion) Year(ServiceTarget target, params DeliveredService[] records) => At("2025-10-31", target, null, records);

    private static (decimal Due, decimal Achieved, decimal? Completion) At(string day, ServiceTarget target, Share? elapsed, params DeliveredService[] records)
    {
        var achievement = Assert.Single(Achievements.Of([target], records, null, Start, End, Day(day), elapsed));
        return (achievement.Due, achievement.Achieved, achievement.Completion);
    }
}
