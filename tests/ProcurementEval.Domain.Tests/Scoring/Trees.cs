using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Tests.Scoring;

/// <summary>Writes small templates and inputs the way a test reads best.</summary>
internal static class Trees
{
    /// <summary>[90, ∞) [80, 90) [60, 80) [0, 60): the bands that cases.md gives to case 1 and repairs for case 3.</summary>
    public static readonly Band[] Bands =
    [
        new("excellent", "优秀", 90m, null, null),
        new("good", "良好", 80m, 90m, null),
        new("pass", "合格", 60m, 80m, null),
        new("fail", "不合格", 0m, 60m, null),
    ];

    public static Indicator Leaf(string code, decimal max, Rule rule, string? rater = null) => new(code, code, max) { Rule = rule, Rater = rater };

    public static Indicator Group(string code, decimal max, params Indicator[] items) => new(code, code, max) { Items = items };

    public static Part Part(string code, decimal max, Rule rule) => new(code, code, max, rule);

    public static JudgementRule Judged() => new([]);

    public static Template Template(params Indicator[] indicators) => new("T", 1, "T", TemplatePurpose.Evaluation, indicators.Sum(i => i.Max))
    {
        Raters = [new Rater("panel", "评估组")],
        Bands = Bands,
        Indicators = indicators,
    };

    public static ScoreInput Facts(params (string Key, Fact Fact)[] facts) => new()
    {
        Facts = facts.ToDictionary(f => f.Key, f => f.Fact),
        Assessors = [],
        Vetoes = new HashSet<string>(),
    };

    public static Assessor Assessor(string id, params (string Key, decimal Points)[] judgements) => Of(id, "panel", judgements);

    public static Assessor Of(string id, string rater, params (string Key, decimal Points)[] judgements) =>
        new(id, rater, judgements.ToDictionary(j => j.Key, j => new Judgement(j.Points, "说明")));

    /// <summary>Assessors a, b, c … who give one item these points.</summary>
    public static Assessor[] Giving(string key, params decimal[] points) => [.. points.Select((p, i) => Assessor(((char)('a' + i)).ToString(), (key, p)))];

    /// <summary>The published score of one leaf with one fact.</summary>
    public static decimal Points(decimal max, Rule rule, Fact fact) => Scorer.Score(Template(Leaf("X", max, rule)), Facts(("X", fact))).Total;

    public static NumberFact N(decimal value) => new(value);

    public static RatioFact Actual(decimal actual, decimal? target = null) => new(actual, target);

    /// <summary>What the check says of one leaf with one fact: the code of its only fault.</summary>
    public static string Refusal(decimal max, Rule rule, Fact fact)
    {
        var refused = Assert.Throws<ScoreInputException>(() => Points(max, rule, fact));
        return Assert.Single(refused.Faults).Code;
    }
}
