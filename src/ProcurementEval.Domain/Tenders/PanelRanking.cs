using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Tenders;

/// <summary>The ranking of an opened tender as its panel's sheets stand.</summary>
public static class PanelRanking
{
    /// <summary>Ranks the conforming bids; the lot is as in <see cref="Ranking"/>.</summary>
    public static IReadOnlyList<RankedBid> Rank(this Tender tender, Template template, TenderRules rules, IReadOnlyList<string> lot)
    {
        ArgumentNullException.ThrowIfNull(tender);
        return Ranking.Of(template, [.. tender.ConformingBids.Select(b => new ScoredBid(b.Id, b.Content!, [.. b.Sheets.Select(s => s.ToAssessor())]))], rules, lot);
    }

    /// <summary>The lot that a ranked tender was decided by: those whom total and price left equal, in the order of their ranks; empty where none was drawn.</summary>
    public static IReadOnlyList<string> Lot(this Tender tender, TenderRules rules)
    {
        ArgumentNullException.ThrowIfNull(tender);
        ArgumentNullException.ThrowIfNull(rules);
        var byPrice = rules.Ties.Contains(TieBreak.LowerPrice);
        return [.. tender.ConformingBids.GroupBy(b => (b.Total, Quote: byPrice ? b.Content!.Quote : default))
            .Where(g => g.Select(b => b.Rank).Distinct().Count() > 1)
            .SelectMany(g => g.OrderBy(b => b.Rank)).Select(b => b.Content!.Supplier)];
    }
}
