using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Whether a case's tender can be scored: bids, panel, facts and scores.</summary>
internal static class CaseTenderSense
{
    public static IEnumerable<Fault> Faults(CaseContext context) => [.. Parties(context.File), .. Bids(context), .. Panel(context), .. Scores(context)];

    // Every party has one account.
    private static IEnumerable<Fault> Parties(CaseFile file)
    {
        var project = file.Project;
        (string Path, string Code)[] offices = [("project/purchaser", project.Purchaser.Code), ("project/finance", project.Finance.Code), ("project/evaluationBody", project.EvaluationBody.Code)];
        var all = offices.Concat(file.Tender.Bids.Select((b, i) => (Path: $"tender/bids/{i}/supplier", b.Supplier.Code))).ToArray();
        return all.Where((p, i) => (i < offices.Length ? offices[..i] : offices).Any(o => o.Code == p.Code)).Select(p => Fault.Block(p.Path, "CasePartyTwice", p.Code));
    }

    private static IEnumerable<Fault> Bids(CaseContext context)
    {
        var (bids, minimum) = (context.File.Tender.Bids, TenderLimits.Of(context.Plan.Tender, context.Limits, context.File.Tender.Published).MinimumBids);
        if (bids.Count < minimum)
        {
            yield return Fault.Block("tender/bids", "CaseTooFewBids", minimum, bids.Count);
        }

        for (var i = 0; i < bids.Count; i++)
        {
            var (bid, path) = (bids[i], $"tender/bids/{i}");
            if (bids.Take(i).Any(b => b.Supplier.Code == bid.Supplier.Code))
            {
                yield return Fault.Block($"{path}/supplier", "CaseSupplierTwice", bid.Supplier.Code);
            }

            if (!bid.Quote.IsPositive)
            {
                yield return Fault.Block($"{path}/quote", "CaseQuoteNotPositive", bid.Supplier.Code, bid.Quote.Yuan);
            }

            // As any bid that does not conform: invalid, and yet the tender goes on.
            if ((context.Plan.Tender.MinimumHours is not null || Ranking.ScoresHours(context.TemplateOf(context.Plan.Tender.Template))) && !(bid.Hours > 0))
            {
                yield return Fault.Warn($"{path}/hours", "CaseHoursMissing", bid.Supplier.Code);
            }
        }

        if (bids.Count >= minimum && Conforming(context).Count() is var conforming && conforming < minimum)
        {
            yield return Fault.Block("tender/bids", "CaseTooFewConformingBids", minimum, conforming);
        }

        foreach (var unknown in context.File.Tender.Lot.Where(code => bids.All(b => b.Supplier.Code != code)))
        {
            yield return Fault.Block("tender/lot", "CaseLotUnknown", unknown);
        }
    }

    private static IEnumerable<Fault> Panel(CaseContext context)
    {
        var (members, rule) = (context.File.Tender.Members, context.Plan.Tender.Panel);
        if (members.Count < rule.Members)
        {
            yield return Fault.Block("tender/members", "CasePanelTooSmall", rule.Members, members.Count);
        }
        else if (members.Count % 2 == 0)
        {
            yield return Fault.Block("tender/members", "CasePanelEven", members.Count);
        }

        if (members.Count(m => m.Expert) is var experts && experts < rule.Experts)
        {
            yield return Fault.Block("tender/members", "CaseTooFewExperts", rule.Experts, experts);
        }

        foreach (var twice in members.GroupBy(m => m.Id).Where(g => g.Count() > 1))
        {
            yield return Fault.Block("tender/members", "CaseAssessorTwice", twice.Key);
        }
    }

    // A bid that does not conform is not scored, so nothing is asked of its scores.
    private static List<Fault> Scores(CaseContext context)
    {
        var faults = new List<Fault>();
        var template = context.TemplateOf(context.Plan.Tender.Template);
        var conforming = Conforming(context).ToArray();
        var ranked = new List<ScoredBid>();
        var computed = RuleInput.Of(template).Where(i => i.Rule is LowestPriceRule or HoursRule).Select(i => i.Key).ToArray();
        foreach (var (bid, path) in conforming)
        {
            faults.AddRange(bid.Facts.Select(f => f.Key).Intersect(computed).Select(key => Fault.Block($"{path}/facts/{key}", "CaseFactComputed", key)));
            var facts = Facts(template, bid, path, faults);
            var members = new CaseScores(template).Assessors(bid.Scores, context.File.Tender.Members, $"{path}/scores", faults);
            var scored = new ScoredBid(Guid.Empty, new BidContent(bid.Supplier.Code, bid.Quote, bid.Hours, facts), members);
            var input = Ranking.Input(template, scored, conforming.Min(c => c.Bid.Quote.Yuan), conforming.Max(c => c.Bid.Hours ?? 0m), context.Plan.Tender.Combination);
            faults.AddRange(ScoreCheck.Faults(template, input).Select(f => f with { Path = f.InCase((_, _) => path) }));
            ranked.Add(scored);
        }

        foreach (var (bid, path) in context.File.Tender.Bids.Select((bid, i) => (bid, $"tender/bids/{i}")).Except(conforming))
        {
            _ = Facts(template, bid, path, faults);
        }

        if (ranked.Count > 0 && faults.All(f => f.Severity != Severity.Block))
        {
            string[] first = [.. Ranking.Of(template, ranked, context.Plan.Tender, context.File.Tender.Lot).Where(r => r.Rank == 1).Select(r => r.Content.Supplier)];
            faults.AddRange(first.Length > 1 ? [Fault.Block("tender/lot", "CaseTieUnresolved", string.Join(", ", first))] : []);
        }

        return faults.WithoutEchoes();
    }

    // A key that a lookup does not list scores what the tender gives for "other"; more often it is mistyped.
    private static IReadOnlyDictionary<string, Fact> Facts(Template template, CaseBid bid, string path, List<Fault> faults)
    {
        var facts = new FactReader(template).Facts(bid.Facts, $"{path}/facts", faults);
        faults.AddRange(RuleInput.Of(template)
            .Where(i => i.Rule is LookupRule lookup && facts.GetValueOrDefault(i.Key) is CategoryFact category && lookup.Table.All(e => e.Key != category.Key))
            .Select(i => Fault.Warn($"{path}/facts/{i.Key}", "CaseCategoryUnlisted", i.Key, ((CategoryFact)facts[i.Key]).Key, FactReader.Shape(i.Rule))));
        return facts;
    }

    private static IEnumerable<(CaseBid Bid, string Path)> Conforming(CaseContext context)
    {
        var template = context.TemplateOf(context.Plan.Tender.Template);
        return context.File.Tender.Bids.Select((bid, i) => (Bid: bid, Path: $"tender/bids/{i}")).Where(b => Ranking.InvalidReason(new BidContent(b.Bid.Supplier.Code, b.Bid.Quote, b.Bid.Hours, new Dictionary<string, Fact>()), b.Bid.Qualified, context.Plan.Tender, context.Plan.Tender.CeilingOf(context.Plan.Budget), template) is null);
    }
}
