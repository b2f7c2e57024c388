using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Benchmarks;

/// <summary>90 indicators in nine groups, ten rules that repeat in each group, and the figures of many contracts with five assessors.</summary>
internal sealed class ScoringWork
{
    public const int Contracts = 1_000;
    public const int Indicators = 90;
    public const int Assessors = 5;
    public const int Kinds = 10;

    private static readonly decimal[] Levels = [10m, 7m, 4m, 0m];

    /// <summary>What is counted, by contract and indicator.</summary>
    public decimal[,] Counts { get; } = new decimal[Contracts, Indicators];

    /// <summary>What is judged, by contract, indicator and assessor.</summary>
    public decimal[,,] Points { get; } = new decimal[Contracts, Indicators, Assessors];

    public static Template Template { get; } = new("bench", 1, "bench", TemplatePurpose.Evaluation, Indicators * 10m)
    {
        Raters = [new Rater("panel", "panel")],
        Bands = [new("a", "a", 810m, null, null), new("b", "b", 720m, 810m, null), new("c", "c", 540m, 720m, null), new("d", "d", 0m, 540m, null)],
        Indicators = [.. Enumerable.Range(0, Indicators / Kinds).Select(g => new Indicator($"G{g}", $"G{g}", Kinds * 10m)
        {
            Items = [.. Enumerable.Range(g * Kinds, Kinds).Select(i => new Indicator($"I{i}", $"I{i}", 10m) { Rule = RuleOf(i % Kinds) })],
        })],
    };

    public IReadOnlyList<ScoreInput> Inputs { get; }

    public ScoringWork()
    {
        var random = new Random(20241101);
        for (var c = 0; c < Contracts; c++)
        {
            for (var i = 0; i < Indicators; i++)
            {
                Counts[c, i] = random.Next(0, 61);
                for (var a = 0; a < Assessors; a++)
                {
                    Points[c, i, a] = i % Kinds < 3 ? Levels[random.Next(Levels.Length)] : random.Next(600, 1001) / 100m;
                }
            }
        }

        Inputs = [.. Enumerable.Range(0, Contracts).Select(Input)];
    }

    // Three levels, two judgements, three ratios, a step and a deduction: half judged, half counted.
    private static Rule RuleOf(int kind) => kind switch
    {
        < 3 => new LevelRule([.. Levels.Select(l => new Level(l, "level"))]),
        < 5 => new JudgementRule([]),
        < 8 => new RatioRule(50m),
        8 => new StepRule([new(10m, From: 50m), new(6m, From: 30m, Below: 50m), new(3m, From: 10m, Below: 30m)], 0m, null),
        _ => new DeductRule(0.5m, null),
    };

    private ScoreInput Input(int c) => new()
    {
        Facts = Enumerable.Range(0, Indicators).Where(i => i % Kinds >= 5).ToDictionary(i => $"I{i}", i => FactOf(i % Kinds, Counts[c, i])),
        Assessors = [.. Enumerable.Range(0, Assessors).Select(a => new Assessor($"m{a}", "panel", Enumerable.Range(0, Indicators).Where(i => i % Kinds < 5).ToDictionary(i => $"I{i}", i => new Judgement(Points[c, i, a]))))],
        Vetoes = new HashSet<string>(),
    };

    private static Fact FactOf(int kind, decimal count) => kind switch
    {
        < 8 => new RatioFact(count, null),
        8 => new NumberFact(count),
        _ => new DeductFact(count, Zero: false),
    };
}
