using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tenders;

/// <summary>One conforming bid as the panel scored it: what compares it with the others, the facts, and the members' judgements.</summary>
public sealed record ScoredBid(Guid Id, BidContent Content, IReadOnlyList<Assessor> Members);

/// <summary>One bid in the ranking, with the working of its total; joint rank only where neither price nor lot told bids apart.</summary>
public sealed record RankedBid(Guid Id, BidContent Content, ScoreResult Score, int Rank);

/// <summary>Ranks conforming bids by their published totals (财政部令第87号 第五十五、五十七、六十八条).</summary>
public static class Ranking
{
    /// <param name="template">The tender's scoring tree.</param>
    /// <param name="bids">Conforming bids only; the lowest quote and the most promised hours are taken over these.</param>
    /// <param name="rules">Ties are told apart by the plan's rules, in order.</param>
    /// <param name="lot">Supplier codes in the order of the recorded lot; empty where none was drawn.</param>
    /// <exception cref="ScoreInputException">A bid's scores are incomplete or impossible.</exception>
    public static IReadOnlyList<RankedBid> Of(Template template, IReadOnlyList<ScoredBid> bids, TenderRules rules, IReadOnlyList<string> lot)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(rules);
        RefusedException.ThrowIf(bids.Count == 0, "TooFewConformingBids", 1, 0);
        var lowest = bids.Min(b => b.Content.Quote.Yuan);
        var most = bids.Max(b => b.Content.Hours ?? 0m);
        var scored = bids.Select(b => (Bid: b, Score: Scorer.Score(template, Input(template, b, lowest, most, rules.Combination)))).ToArray();
        var ordered = rules.Ties.Aggregate(
            scored.OrderByDescending(s => s.Score.Total),
            (order, tie) => tie == TieBreak.LowerPrice ? order.ThenBy(s => s.Bid.Content.Quote) : order.ThenBy(s => DrawnAs(s.Bid.Content.Supplier, lot)))
            .ThenBy(s => s.Bid.Content.Supplier, StringComparer.Ordinal).ToArray();
        return [.. ordered.Select((s, _) => new RankedBid(s.Bid.Id, s.Bid.Content, s.Score, 1 + ordered.Count(o => IsAhead(o, s, rules.Ties, lot))))];
    }

    /// <summary>Why a bid does not conform, as a code; null for a conforming one.</summary>
    /// <param name="content">What the bid says.</param>
    /// <param name="qualified">Whether the bidder passed the examination of qualifications.</param>
    /// <param name="rules">The plan's bounds of promised hours.</param>
    /// <param name="ceiling">The most that may be quoted.</param>
    /// <param name="template">The scoring tree: where it scores hours, a bid must promise some.</param>
    public static string? InvalidReason(BidContent content, bool qualified, TenderRules rules, Money ceiling, Template template)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(template);
        return (qualified, content) switch
        {
            (false, _) => "NotQualified",
            (_, { Quote.IsPositive: false }) => "QuoteNotPositive",
            _ when content.Quote > ceiling => "QuoteAboveCeiling",
            _ when ScoresHours(template) && !(content.Hours > 0) => "HoursMissing",
            _ when rules.MinimumHours is { } least && !(content.Hours >= least) => "HoursBelowMinimum",
            _ when content.Hours > rules.MaximumHours => "HoursAboveMaximum",
            _ => null,
        };
    }

    /// <summary>Whether promised hours are scored.</summary>
    public static bool ScoresHours(Template template) => RuleInput.Of(template).Any(i => i.Rule is HoursRule);

    /// <summary>The facts of a bid with those that compare it to the others.</summary>
    public static ScoreInput Input(Template template, ScoredBid bid, decimal lowest, decimal most, Combination combination)
    {
        var facts = new Dictionary<string, Fact>(bid.Content.Facts);
        foreach (var input in RuleInput.Of(template))
        {
            if (input.Rule is LowestPriceRule)
            {
                facts[input.Key] = new ComparedFact(bid.Content.Quote.Yuan, lowest);
            }
            else if (input.Rule is HoursRule)
            {
                facts[input.Key] = new ComparedFact(bid.Content.Hours ?? 0m, most);
            }
        }

        return new ScoreInput { Facts = facts, Assessors = bid.Members, Vetoes = new HashSet<string>(), Combination = combination };
    }

    private static bool IsAhead((ScoredBid Bid, ScoreResult Score) other, (ScoredBid Bid, ScoreResult Score) bid, IReadOnlyList<TieBreak> ties, IReadOnlyList<string> lot)
    {
        if (other.Score.Total != bid.Score.Total)
        {
            return other.Score.Total > bid.Score.Total;
        }

        var told = ties.Select(tie => tie == TieBreak.LowerPrice
            ? other.Bid.Content.Quote.CompareTo(bid.Bid.Content.Quote)
            : DrawnAs(other.Bid.Content.Supplier, lot).CompareTo(DrawnAs(bid.Bid.Content.Supplier, lot)));
        return told.FirstOrDefault(t => t != 0) < 0;
    }

    private static int DrawnAs(string supplier, IReadOnlyList<string> lot) => lot.Contains(supplier) ? lot.ToList().IndexOf(supplier) : lot.Count;
}
