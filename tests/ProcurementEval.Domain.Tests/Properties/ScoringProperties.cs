using CsCheck;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Tests.Tenders;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Properties;

/// <summary>What holds of every scoring, whatever the figures.</summary>
public class ScoringProperties
{
    private static readonly Gen<decimal> Points = Gen.Int[0, 1000].Select(n => n / 100m);
    private static readonly Gen<decimal[]> Panel = Points.Array[1, 9];

    // A template of every kind that a fact alone decides, two judged items, and a bonus; 100 points and 10 on top.
    private static readonly Template Mixed = Template(
        Group("G", 60m, Leaf("ratio", 20m, new RatioRule(37m)), Leaf("each", 15m, new EachRule(0.7m)), Leaf("step", 10m, new StepRule([new(10m, From: 60m), new(4m, From: 30m)], 0m, null)), Leaf("deduct", 15m, new DeductRule(0.35m, null))),
        Leaf("survey", 10m, new SurveyRule(SurveyForm.ValidShare)),
        Leaf("sum", 10m, new SumRule([Part("met", 6m, new MetRule()), Part("judged", 10m, Judged())])),
        Leaf("judged", 20m, Judged()) with { MarkedOutOf = 10m }) with
    {
        Bonuses = [new("bonus", "加分", 12m, new BonusRule(0.9m))],
        BonusCap = 10m,
    };

    private static readonly Gen<ScoreInput> Inputs =
        from count in Gen.Int[0, 120]
        from breaches in Gen.Int[0, 60]
        from valid in Gen.Int[0, 60]
        from met in Gen.Bool
        from judged in Panel
        from trimmed in Gen.Bool
        select Facts(
            ("ratio", Actual(count)), ("each", N(count)), ("step", N(count)), ("deduct", new DeductFact(breaches, Zero: false)),
            ("survey", new ValidShareFact(valid, 60)), ("sum/met", new FlagFact(met)), ("bonus", N(count))) with
        {
            Assessors = [.. judged.Select((p, i) => Assessor($"m{i}", ("sum/judged", p), ("judged", judged[judged.Length - 1 - i])))],
            Combination = trimmed ? Combination.TrimmedMean : Combination.Mean,
        };

    [Fact]
    public void Score_OrderOfAssessors_NeverMatters() => Gen.Select(Inputs, Gen.Int).Sample((input, seed) =>
        Figures(Scorer.Score(Mixed, input)) == Figures(Scorer.Score(Mixed, input with { Assessors = Shuffled(input.Assessors, seed) })));

    [Fact]
    public void Score_OrderOfIndicators_NeverMatters() => Gen.Select(Inputs, Gen.Int).Sample((input, seed) =>
    {
        var shuffled = Mixed with { Indicators = Shuffled([.. Mixed.Indicators.Select(i => i with { Items = Shuffled(i.Items, seed) })], seed) };
        return Figures(Scorer.Score(Mixed, input)) == Figures(Scorer.Score(shuffled, input));
    });

    [Fact]
    public void Score_Total_NeverExceedsScaleAndDeclaredBonus() => Inputs.Sample(input =>
    {
        var result = Scorer.Score(Mixed, input);
        return result.Total >= 0m && result.Total <= Mixed.Scale + Mixed.BonusCap && result.AllNodes().All(n => n.Score >= 0m && n.Score <= n.Max);
    });

    [Fact]
    public void Score_PublishedParents_EqualTheSumOfPublishedChildren() => Inputs.Sample(input =>
    {
        var result = Scorer.Score(Mixed, input);
        return result.AllNodes().All(n => Published.IsPublished(n.Score) && (n.Items.Count == 0 || n.Score == n.Items.Sum(i => i.Score)))
            && result.Sum == result.Nodes.Sum(n => n.Score) + Math.Min(result.Bonuses.Sum(b => b.Score), Mixed.BonusCap);
    });

    [Theory]
    [InlineData("ratio")]
    [InlineData("each")]
    [InlineData("step")]
    [InlineData("survey")]
    [InlineData("bonus")]
    public void Score_RaisingAFactOfAMonotoneItem_NeverLowersTheTotal(string item) => Gen.Select(Inputs, Gen.Int[1, 50]).Sample((input, more) =>
    {
        var raised = input.Facts.ToDictionary(f => f.Key, f => f.Key == item ? Raised(f.Value, more) : f.Value);
        return Scorer.Score(Mixed, input with { Facts = raised }).Total >= Scorer.Score(Mixed, input).Total;
    });

    [Fact]
    public void Score_OneMoreBreach_NeverRaisesTheTotal() => Inputs.Sample(input =>
    {
        var breached = input.Facts.ToDictionary(f => f.Key, f => f.Value is DeductFact d ? d with { Count = d.Count + 1 } : f.Value);
        return Scorer.Score(Mixed, input with { Facts = breached }).Total <= Scorer.Score(Mixed, input).Total;
    });

    [Fact]
    public void Score_AnyJudgementRaised_NeverLowersTheTotal() => Gen.Select(Inputs, Gen.Int[0, 8], Points).Sample((input, who, points) =>
    {
        var index = who % input.Assessors.Count;
        var assessors = input.Assessors.Select((a, i) => i != index ? a : a with { Judgements = a.Judgements.ToDictionary(j => j.Key, j => j.Value with { Points = Math.Max(j.Value.Points, points) }) });
        return Scorer.Score(Mixed, input with { Assessors = [.. assessors] }).Total >= Scorer.Score(Mixed, input).Total;
    });

    [Fact]
    public void Score_Veto_NeverRaisesTotalOrGrade() => Gen.Select(Inputs, Gen.Enum<VetoConsequence>()).Sample((input, consequence) =>
    {
        var template = Mixed with { Vetoes = [new Veto("V", "V", consequence) { Conditions = [new("c", "c")] }] };
        var (free, vetoed) = (Scorer.Score(template, input), Scorer.Score(template, input with { Vetoes = new HashSet<string> { "V" } }));
        return vetoed.Total <= free.Total && vetoed.Grade == "fail";
    });

    [Fact]
    public void Rank_OrderOfBids_NeverMatters()
    {
        var template = Template(Leaf("price", 60m, new LowestPriceRule()), Leaf("judged", 10m, Judged()));
        var bids = Gen.Select(Gen.Int[1, 6], Points).Select((quote, points) => (quote, points)).Array[1, 6];
        Gen.Select(bids, Gen.Int).Sample((given, seed) =>
        {
            var scored = given.Select((b, i) => new ScoredBid(new Guid(i, 0, 0, new byte[8]), new BidContent($"S{i}", Money.FromYuan(b.quote), null, new Dictionary<string, Fact>()), [Assessor("a", ("judged", b.points))])).ToArray();
            return Ranks(scored) == Ranks(Shuffled(scored, seed));
        });

        string Ranks(IReadOnlyList<ScoredBid> scored) => string.Join(' ', Ranking.Of(template, scored, RankingTests.Rules(TieBreak.LowerPrice), []).Select(r => $"{r.Content.Supplier}:{r.Rank}:{r.Score.Total}"));
    }

    private static Fact Raised(Fact fact, int more) => fact switch
    {
        RatioFact ratio => ratio with { Actual = ratio.Actual + more },
        NumberFact number => new NumberFact(number.Value + more),
        ValidShareFact share => share with { Valid = Math.Min(share.Valid + more, share.Asked) },
        _ => throw new InvalidOperationException(fact.GetType().Name),
    };

    private static string Figures(ScoreResult result) => string.Join(' ', result.AllNodes().Concat(result.Bonuses).OrderBy(n => n.Code, StringComparer.Ordinal).Select(n => $"{n.Code}={n.Score}").Append($"{result.Total} {result.Grade}"));

    private static T[] Shuffled<T>(IReadOnlyList<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
