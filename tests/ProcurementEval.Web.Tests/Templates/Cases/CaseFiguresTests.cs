using System.Text.Json.Nodes;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Web.Tests.Templates.Cases;

/// <summary>The figures that the case files' headers work out by hand.</summary>
public class CaseFiguresTests
{
    // Per conforming bid the sum of the weighted factors, which the tender prints; e.g. case 1: 9.40 + 6 × 5 + 9.60 + 9.60 + 4.80 + 4.80 + 5 + 4.50 + 4.20 + 10 + 5 = 96.90.
    [Theory]
    [InlineData("xinhu-2024", "mingde 96.90, xinzhou 86.38, anhe 74.10, tongxing 58.27")]
    [InlineData("fengyang-2023", "xinyue 96.55, haitong 76.20, nanhua 56.10")]
    [InlineData("longhua-2024", "anxin 97.30, qiaoliang 83.80, ningyu 78.00, shuguang 54.60")]
    [InlineData("fenghuang-2024", "hexin 96.50, lianxin 87.84, zhicheng 76.10, tonghe 56.60")]
    [InlineData("changsha-2022", "xingcheng 96.10, ruikang 75.89, songya 56.60, langli 47.29")]
    public void Bids_AsShipped_RankAsWorkedOutByHand(string id, string expected)
    {
        var (file, plan) = (CaseFolder.Read(id).Value, PlanOf(id));
        var template = TemplateOf(plan.Tender.Template);
        var bids = file.Tender.Bids
            .Select(b => (Bid: b, Content: new BidContent(b.Supplier.Code, b.Quote, b.Hours, Facts(template, b.Facts))))
            .Where(b => Ranking.InvalidReason(b.Content, b.Bid.Qualified, plan.Tender, plan.Tender.CeilingOf(plan.Budget), template) is null)
            .Select(b => new ScoredBid(Guid.Empty, b.Content, Assessors(template, b.Bid.Scores, file.Tender.Members)))
            .ToArray();

        Assert.Equal(expected, string.Join(", ", Ranking.Of(template, bids, plan.Tender, file.Tender.Lot).Select(r => FormattableString.Invariant($"{r.Content.Supplier} {r.Score.Total:0.00}"))));
    }

    [Theory]
    [InlineData("xinhu-2024", "82.12", "94.15", "94.15", "excellent")] // (94.93 + 93.89 + 93.63) ÷ 3
    [InlineData("fengyang-2023", "897.14", "922.40", "912.30", "excellent")] // 0.4 × 897.14 + 0.6 × 922.40 = 912.296
    [InlineData("longhua-2024", "77.81", "81.00", "81.00", "good")] // 15.11 + 18.44 + 17.82 + 15.63 + 14.00
    [InlineData("fenghuang-2024", "82.36", "87.29", "87.29", "good")] // (87.89 + 87.34 + 87.49 + 86.28 + 87.43) ÷ 5
    [InlineData("changsha-2022", "82.40", "87.46", "87.46", "good")] // (5 × 87.49 + 87.29 + 87.46) ÷ 7
    public void Evaluations_AsShipped_ComeToTheFiguresWorkedOutByHand(string id, string midTerm, string final, string combined, string grade)
    {
        var (each, whole) = Rated(CaseFolder.Read(id).Value, PlanOf(id));

        Assert.Equal([midTerm, final], each);
        Assert.Equal((combined, grade), (Text(whole.Total), whole.Grade));
    }

    // From 81.00: −6.80 − 3.60 − 4 − 4 − 6 − 4 − 2 − 3 − 2 − 1 + 0.40 = −36.00.
    private const string To45 = "        facts: { LH3.3: { actual: 0, target: 100 }, LH3.2: { actual: 0, target: 100 }, LH5.2: 60, LH5.3: 4, LH4.4: 5, LH2.7: 80 }\n"
        + "        scores: { LH5.1: [0, 0, 0], LH2.1: [0, 0, 0], LH1.2: [0, 0, 0], LH1.1: [0, 0, 0], LH2.6: [1, 1, 1] }\n";

    // From 81.00: +1.20 + 0.40 + 2 + 2 + 1 + 0.40 + 1 + 1 + 2 + 1 + 1 + 0.80 + 0.20 = +14.00.
    private const string To95 = "        facts: { LH3.3: { actual: 100, target: 100 }, LH3.2: { actual: 100, target: 100 }, LH5.2: 95, LH5.3: 0, LH4.4: 0, LH2.7: 80, LH1.5: 5, LH1.6: 0 }\n"
        + "        scores: { LH5.1: [6, 6, 6], LH2.1: [3, 3, 3], LH1.2: [4, 4, 4], LH1.3: [4, 4, 4], LH1.4: [3.11, 3.11, 3.11] }\n";

    [Theory]
    [InlineData(To45, "45.00", "fail")]
    [InlineData(To95, "95.00", "excellent")]
    public void Case3_WithItsFinalChanged_ComesToTheFigureWanted(string changed, string total, string grade)
    {
        var file = CaseFolder.Read("longhua-2024", text => CaseFolder.AfterLast(text, "      - code: LH-2024-01\n", changed));

        Assert.DoesNotContain(CaseCheck.Faults(file, CaseFolder.Catalogue), f => f.Severity == Severity.Block);
        var (_, whole) = Rated(file.Value, PlanOf("longhua-2024"));
        Assert.Equal((total, grade), (Text(whole.Total), whole.Grade));
    }

    // 7 × 70 cases; 6 × 29 + 27 groups (two of fewer than 42 people); 6 × 5 + 4 large events (one of 180 people); 6 × 40 + 36 small ones: 1,036,000.00.
    [Theory]
    [InlineData("case", 490)]
    [InlineData("group", 201)]
    [InlineData("large-event", 34)]
    [InlineData("small-event", 276)]
    public void Case6_AcceptedUnits_AreThoseThatMeetTheMinimums(string target, int units)
    {
        var file = CaseFolder.Read("changsha-2022").Value;
        var records = new CaseRecords(file, CaseFolder.Catalogue.Calendar("china").Value).All;

        Assert.Equal(units, ServiceUnits.Of(file.Targets.Single(t => t.Code == target), records, file.Contract.Start, file.Contract.End));
    }

    private static (string[] Each, CombinedResult Whole) Rated(CaseFile file, Plan plan)
    {
        var results = file.Evaluations.Zip(plan.Evaluations, (e, rule) =>
        {
            var template = TemplateOf(rule.Template);
            var parts = e.Subjects.Select(s => Scorer.Score(template, new ScoreInput
            {
                Facts = Facts(template, CaseScores.Over(e.Facts, s.Facts)),
                Assessors = Assessors(template, CaseScores.Over(e.Scores, s.Scores), e.Assessors),
                Vetoes = new HashSet<string>(),
                Combination = rule.Assessors,
            })).Select(r => new ResultPart(r.Total, r.Vetoes)).ToArray();
            return (Rule: rule, Parts: parts);
        }).ToArray();
        return ([.. results.Select(r => Text(Combining.Subjects(r.Parts, r.Rule.Combine, plan.Bands).Total))],
            Combining.Evaluations([.. results.Select(r => new EvaluationResults(r.Parts, r.Rule.Combine, r.Rule.Share))], plan.Bands));
    }

    private static IReadOnlyDictionary<string, Fact> Facts(Template template, JsonObject values) => new FactReader(template).Facts(values, "facts", new List<Fault>());

    private static IReadOnlyList<Assessor> Assessors(Template template, JsonObject scores, IReadOnlyList<CaseMember> members) =>
        new CaseScores(template).Assessors(scores, members, "scores", new List<Fault>());

    private static Plan PlanOf(string id) => CaseFolder.Catalogue.Plan(CaseFolder.Read(id).Value.Plan).Value;

    private static Template TemplateOf(TemplateReference reference) => CaseFolder.Catalogue.Template(reference).Value;

    private static string Text(decimal figure) => figure.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
