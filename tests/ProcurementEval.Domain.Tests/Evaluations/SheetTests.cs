using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Evaluations;

public class SheetTests
{
    private static readonly DateTimeOffset Now = At("2025-10-10");

    [Fact]
    public void Enter_Again_KeepsTheOldScoreAndCountsTheNew()
    {
        var sheet = New();

        Assert.Equal([1, 2], [sheet.Enter("X", new Judgement(7m), 0, Now), sheet.Enter("X", new Judgement(8m), 1, Now)]);
        Assert.Equal([7m, 8m], sheet.Scores.Select(s => s.Points));
        Assert.Equal(8m, sheet.ToAssessor().Judgements["X"].Points);
    }

    [Fact]
    public void Enter_TypedOnAnOlderScore_IsRefusedWithTheNewestSequence()
    {
        var sheet = New();
        sheet.Enter("X", new Judgement(7m), 0, Now);

        Assert.Equal([new Unmet("ScoreChangedMeanwhile", "X", 1)], Unmet(() => sheet.Enter("X", new Judgement(8m), 0, Now)));
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("7.125")]
    public void Enter_NegativeOrTooFine_IsRefused(decimal points) => Assert.Equal([new Unmet("ScoreInvalid", "X", points)], Unmet(() => New().Enter("X", new Judgement(points), 0, Now)));

    [Fact]
    public void Sign_JudgementsMissing_CountsThemAndNamesTheFirst()
    {
        var sheet = New();
        sheet.Enter("Y", new Judgement(7m), 0, Now);

        Assert.Equal([new Unmet("JudgementsMissing", 2, "X")], Unmet(() => sheet.Sign(["X", "Y", "Z"], 1, Now)));
    }

    [Fact]
    public void Sign_FactsNotConfirmed_IsRefused() => Assert.Equal([new Unmet("FactsNotConfirmed")], Unmet(() => New().Sign([], 1, Now)));

    [Fact]
    public void Sign_ConfirmedOlderFacts_IsRefused()
    {
        var sheet = New();
        sheet.ConfirmFacts(1);

        Assert.Equal([new Unmet("FactsNotConfirmed")], Unmet(() => sheet.Sign([], 2, Now)));
    }

    [Fact]
    public void Sign_DisputeOpen_IsRefusedUntilTheFactsAreSetAnew()
    {
        var sheet = New();
        sheet.ConfirmFacts(1);
        sheet.Dispute("S1", ownCount: 45m, revision: 1, Now);

        Assert.Equal([new Unmet("DisputesOpen", 1)], Unmet(() => sheet.Sign([], 1, Now)));
        sheet.ConfirmFacts(2);
        sheet.Sign([], 2, Now);
        Assert.True(sheet.IsSigned);
    }

    [Fact]
    public void Signed_NothingMayBeChanged()
    {
        var sheet = New();
        sheet.ConfirmFacts(1);
        sheet.Sign([], 1, Now);

        Unmet[] signed = [new("SheetSigned", "a")];
        Assert.Equal(signed, Unmet(() => sheet.Enter("X", new Judgement(7m), 0, Now)));
        Assert.Equal(signed, Unmet(() => sheet.ConfirmFacts(1)));
        Assert.Equal(signed, Unmet(() => sheet.Dispute("S1", 1m, 1, Now)));
        Assert.Equal(signed, Unmet(() => sheet.Sign([], 1, Now)));
    }

    private static Sheet New() => new(Id(1), evaluationId: Id(2), bidId: null, "a", "panel");
}
