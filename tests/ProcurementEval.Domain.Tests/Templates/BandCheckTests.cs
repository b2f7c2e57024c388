using CsCheck;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Tests.Templates;

public class BandCheckTests
{
    private static readonly Band[] Half = [new("a", "优", 90m, null, null), new("b", "良", 60m, 90m, null), new("c", "差", 0m, 60m, null)];

    [Fact]
    public void Faults_HalfOpenBands_None() => Assert.Empty(BandCheck.Faults(Half, 100m, "bands"));

    // An inclusive end of 89.99 meets 90 at two decimals.
    [Fact]
    public void Faults_InclusiveEndAtTwoDecimals_None() =>
        Assert.Empty(BandCheck.Faults([Half[0], Half[1] with { Below = null, To = 89.99m }, Half[2]], 100m, "bands"));

    [Fact]
    public void Faults_InclusiveEndOfWholePoints_NameTheHole()
    {
        var fault = Assert.Single(BandCheck.Faults([Half[0], Half[1] with { Below = null, To = 89m }, Half[2]], 100m, "bands"));

        Assert.Equal(("bands/1", "BandHole"), (fault.Path, fault.Code));
        Assert.Equal([89m, 90m, 89.01m, 89.99m], fault.Arguments.Cast<decimal>());
    }

    [Fact]
    public void Faults_BandAboveTheTop_UnlessBonusReachesIt()
    {
        Band[] bands = [new("s", "特优", 105m, null, null), Half[0] with { Below = 105m }, .. Half.Skip(1)];

        Assert.Equal(["BandUnreachable"], BandCheck.Faults(bands, 100m, "bands").Select(f => f.Code));
        Assert.Empty(BandCheck.Faults(bands, 110m, "bands"));
    }

    [Fact]
    public void Faults_WorstFirst_AskForTheOtherOrder() => Assert.Equal(["BandsNotSorted"], BandCheck.Faults([.. Half.Reverse()], 100m, "bands").Select(f => f.Code));

    [Fact]
    public void Faults_TwoOpenTops_Overlap() => Assert.Contains(BandCheck.Faults([Half[0], Half[1] with { Below = null }, Half[2]], 100m, "bands"), f => f.Code == "BandOverlap");

    /// <summary>Whatever the ends are: bands without a fault give every published figure exactly one grade; bands with a hole or an overlap do not.</summary>
    [Fact]
    public void Faults_NoneExactlyWhenEveryFigureHasOneGrade() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Bool).Sample((from, end, top, inclusive) =>
        {
            Band[] bands =
            [
                new("a", "a", top / 10m, null, null),
                inclusive ? new("b", "b", from / 10m, null, end / 10m) : new("b", "b", from / 10m, end / 10m, null),
                new("c", "c", 0m, from / 10m, null),
            ];
            var sound = Enumerable.Range(0, 501).All(i => bands.Count(b => b.Holds(i * Published.Unit)) == 1) && bands.All(b => Enumerable.Range(0, 501).Any(i => b.Holds(i * Published.Unit)));

            Assert.Equal(sound, BandCheck.Faults(bands, 5m, "bands").Count == 0);
        });
}
