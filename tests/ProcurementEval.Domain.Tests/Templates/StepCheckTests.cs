using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Tests.Templates;

public class StepCheckTests
{
    [Fact]
    public void Faults_FallingOpenRanges_None() => Assert.Empty(Codes(0m, new(5m, From: 90m), new(3m, From: 70m), new(1m, From: 50m)));

    [Fact]
    public void Faults_RisingOpenRanges_None() => Assert.Empty(Codes(0m, new(5m, To: 7m), new(3m, To: 15m), new(1m, To: 30m)));

    [Fact]
    public void Faults_WiderRangeFirst_HidesTheNarrower() => Assert.Equal(["StepHidden"], Codes(0m, new(5m, From: 70m), new(3m, From: 90m)));

    [Fact]
    public void Faults_TwoRangesThatHideAThirdTogether_AreFound() => Assert.Equal(["StepHidden"], Codes(0m, new(5m, From: 5m), new(3m, Below: 5m), new(1m, From: 2m, Below: 9m)));

    [Fact]
    public void Faults_SharedEnd_IsAnOverlap() => Assert.Equal(["StepOverlap"], Codes(0m, new(5m, From: 80m, To: 90m), new(3m, From: 60m, To: 80m)));

    [Fact]
    public void Faults_EndOpenWhereTheNextBegins_None() => Assert.Empty(Codes(0m, new(5m, Above: 80m, To: 90m), new(3m, From: 60m, To: 80m)));

    // 5 for ≥ 90, 3 for 80 … 89: 89.5 would fall to 0.
    [Fact]
    public void Faults_HoleThatFallsBelowBothNeighbours_Warns() => Assert.Equal(["StepHole"], Codes(0m, new(5m, From: 90m), new(3m, From: 80m, To: 89m)));

    // 5 up to 7 days, 0 from 30 days, 3 between: the rest is meant.
    [Fact]
    public void Faults_HoleWhoseRestLiesBetween_None() => Assert.Empty(Codes(3m, new(5m, To: 7m), new(0m, From: 30m)));

    private static string[] Codes(decimal otherwise, params StepRange[] steps) =>
    [
        .. TemplateCheck.Faults(new Template("t", 1, "t", TemplatePurpose.Evaluation, 5m)
        {
            Raters = [],
            Bands = [],
            Indicators = [new Indicator("a", "a", 5m) { Rule = new StepRule(steps, otherwise, Unit: null) }],
        }).Select(f => f.Code),
    ];
}
