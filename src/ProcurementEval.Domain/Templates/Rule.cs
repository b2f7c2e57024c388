namespace ProcurementEval.Domain.Templates;

/// <summary>Who supplies what a rule needs: one fact shared by all assessors, or each assessor's own judgement.</summary>
public enum Supplier
{
    Fact,
    Assessor,
}

/// <summary>How one input becomes points (计分规则); points are relative to the full mark of the rule, which is the indicator's or the part's.</summary>
public abstract record Rule
{
    /// <summary>What the file says of who supplies the input; null for the usual of the kind.</summary>
    public Supplier? By { get; init; }

    /// <summary>Facts are entered once and confirmed; levels and judgements are usually given by each assessor alone.</summary>
    public Supplier SuppliedBy => By ?? (this is LevelRule or JudgementRule ? Supplier.Assessor : Supplier.Fact);
}

/// <summary>程度分 TIER: one level is chosen; each level carries its points. A judgement unless the file says otherwise.</summary>
public sealed record LevelRule(IReadOnlyList<Level> Levels) : Rule
{
    /// <summary>Whether some level carries these points.</summary>
    public bool Has(decimal points) => Levels.Any(l => l.Points == points);
}

/// <summary>One level: its points, 0 to the full mark, and what earns it.</summary>
public sealed record Level(decimal Points, string Name);

/// <summary>组合分 SUM: parts are added and the sum is cut off at the full mark.</summary>
public sealed record SumRule(IReadOnlyList<Part> Parts) : Rule;

/// <summary>One part of a sum; <see cref="Max"/> is its own full mark in points.</summary>
public sealed record Part(string Code, string Title, decimal Max, Rule Rule);

/// <summary>A condition that earns the full mark when it is met and nothing otherwise: the sub-item of a sum.</summary>
public sealed record MetRule : Rule;

/// <summary>So many points for each one counted, cut off at the full mark ("20 per certificate, cap 100").</summary>
public sealed record EachRule(decimal Points) : Rule;

/// <summary>完成率 RATIO: full mark × min(actual ÷ target, cap); without a target of its own the fact brings one.</summary>
public sealed record RatioRule(decimal? Target, decimal Cap = 1m) : Rule;

/// <summary>逆向完成率 INVRATIO: full mark × min(target ÷ actual, 1), for figures that should be small.</summary>
public sealed record InverseRatioRule(decimal? Target) : Rule;

/// <summary>区间分 STEP: the first range that holds the value gives the points, otherwise <see cref="Else"/>.</summary>
public sealed record StepRule(IReadOnlyList<StepRange> Steps, decimal Else, string? Unit) : Rule
{
    /// <summary>Whether the file speaks of values below zero; a range without a lower end ("to 10 %") is meant from zero.</summary>
    public bool KnowsNegatives => Steps.Any(s => s.From < 0 || s.Above < 0 || s.To < 0 || s.Below <= 0);
}

/// <summary>A range of values, each end optional: From and To include their number, Above and Below do not.</summary>
public sealed record StepRange(decimal Points, decimal? From = null, decimal? Above = null, decimal? To = null, decimal? Below = null)
{
    public bool Holds(decimal value) =>
        !(value < From) && !(value <= Above) && !(value > To) && !(value >= Below);
}

/// <summary>Lookup of a category or a whole count in a table (a degree, a certificate, "3 of 4 points met"), otherwise <see cref="Else"/>.</summary>
public sealed record LookupRule(IReadOnlyList<LookupEntry> Table, decimal Else) : Rule;

/// <summary>One entry of a lookup: the key as the fact gives it, its points, and its name in words.</summary>
public sealed record LookupEntry(string Key, decimal Points, string Name);

/// <summary>扣分 DEDUCT: full mark − count × unit, never below 0; <see cref="ZeroIf"/> names a breach, a fact of its own, that takes all points.</summary>
public sealed record DeductRule(decimal Unit, string? ZeroIf) : Rule;

/// <summary>加分 BONUS: count × unit up to the full mark, added beyond the scale.</summary>
public sealed record BonusRule(decimal Unit) : Rule;

/// <summary>低价优先 LOWPRICE: lowest conforming quote ÷ this quote × full mark (财政部令第87号 第五十五条).</summary>
public sealed record LowestPriceRule : Rule;

/// <summary>工时 HOURS: promised hours ÷ most promised hours × full mark, in place of price where the price is fixed.</summary>
public sealed record HoursRule : Rule;

/// <summary>名次分 RANK: the ordinal level (1 is best) gives the points, otherwise <see cref="Else"/>.</summary>
public sealed record RankRule(IReadOnlyList<decimal> Points, decimal Else) : Rule;

/// <summary>How the answers of a survey become points.</summary>
public enum SurveyForm
{
    /// <summary>Answers on a scale of 1 to 5: (mean − 1) ÷ 4 × full mark.</summary>
    Likert,

    /// <summary>Valid answers ÷ answers × full mark (awareness: at least three of five points known).</summary>
    ValidShare,
}

/// <summary>问卷 SURVEY: answers, counted once, become points.</summary>
public sealed record SurveyRule(SurveyForm Form) : Rule;

/// <summary>定性评分 MANUAL: each assessor gives 0 to the full mark in steps of 0.01 against five written anchors; below 60 % of the full mark a comment is required.</summary>
public sealed record JudgementRule(IReadOnlyList<string> Anchors) : Rule
{
    /// <summary>Below this fraction of the full mark a comment is required.</summary>
    public const decimal CommentBelow = 0.6m;
}
