using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Features.Reports;

namespace ProcurementEval.Web.Tests.Reports;

public sealed class TenderReportTests
{
    private const string Template = "xinhu-2024-tender";
    private static readonly DateTimeOffset Opened = new(2024, 8, 26, 2, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Names = new() { ["a"] = "甲社工中心", ["b"] = "乙社工中心", ["c"] = "丙社工中心", ["d"] = "丁社工中心" };

    [Fact]
    public void Report_OfFourBids_EveryFormulaComesToItsFigure()
    {
        // Price of a: 2,300,000 ÷ 2,445,000 × 100 = 94.0695… → 94.07 marked; 94.07 × 10 ÷ 100 = 9.407 → 9.41; all else full: 99.41.
        var sheets = new Sheets(TenderReport.Of(Input([("a", 2445000m), ("b", 2300000m), ("c", 2400000m), ("d", 2000000m)])));
        sheets.AssertFormulasAgree();
        Assert.Equal(94.07m, sheets.Figure("bid-3", "T01", "marked"));
        Assert.Equal(9.41m, sheets.Figure("bid-3", "T01", "score"));
        Assert.True(sheets.HasFormula("bid-3", "T01", "score"));
        Assert.Equal(99.41m, sheets.Figure("ranking", "a", "(total)"));
        Assert.Equal(3m, sheets.Figure("ranking", "a", "rank"));
        Assert.Equal("b", Winner(sheets));
    }

    [Fact]
    public void Report_OfAnInvalidBid_SaysWhyAndDoesNotRankIt()
    {
        var document = TenderReport.Of(Input([("a", 2445000m), ("b", 2300000m), ("c", 2400000m), ("d", 2000000m)]));
        var sheets = new Sheets(document);
        Assert.Equal("无效", sheets.Text("bids", "d", "valid"));
        Assert.Equal("未通过资格审查", sheets.Text("bids", "d", "reason"));
        Assert.DoesNotContain(document.Sections, s => s.Name == Names["d"]);
        Assert.True(document.Landscape);
    }

    [Fact]
    public void Working_OfComposedFactor_TellsSharedFactsOnceAndEachMember()
    {
        // a is third, behind two full bids. T09: 4 points met = 60; members give 40, 40, 40, 20, 40: (100 + 100 + 100 + 80 + 100) ÷ 5 = 96; 96 × 10 ÷ 100.
        var points = new Dictionary<string, decimal[]> { ["T09/judgement"] = [40m, 40m, 40m, 20m, 40m] };
        var sheets = new Sheets(TenderReport.Of(Input([("a", 2300000m), ("b", 2300000m), ("c", 2300000m), ("d", 2000000m)], points)));
        var lines = sheets.Text("bid-3", "T09", "working").Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("4 个要点中满足的个数：满足 4 个要点 → 60；评委评价：各人给分", lines[0]);
        Assert.StartsWith("各人小项合计（以满分为限）：甲 min(60 + 40, 100) = 100；", lines[1], StringComparison.Ordinal);
        Assert.Contains("；丁 min(60 + 20, 100) = 80；", lines[1], StringComparison.Ordinal);
        Assert.Equal("平均：(100 + 100 + 100 + 80 + 100) ÷ 5", lines[2]);
        Assert.Equal("加权：96 × 10 ÷ 100", lines[3]);
        Assert.Equal(96m, sheets.Figure("bid-3", "T09", "marked"));
        Assert.Equal(9.60m, sheets.Figure("bid-3", "T09", "score"));
    }

    [Fact]
    public void Working_OfSummedFacts_NamesTheParts()
    {
        var sheets = new Sheets(TenderReport.Of(Input([("a", 2300000m), ("b", 2300000m), ("c", 2300000m), ("d", 2000000m)])));
        Assert.Equal("章程写入党建：30；成立党支部：30；党支部获区级或以上表彰：40；各小项合计（以满分为限）：min(30 + 30 + 40, 100)\n加权：100 × 5 ÷ 100", sheets.Text("bid-1", "T07", "working"));
    }

    [Fact]
    public void Report_OfATie_NamesTheLot()
    {
        var document = TenderReport.Of(Input([("a", 2300000m), ("b", 2300000m), ("c", 2400000m), ("d", 2000000m)], lot: ["b", "a"]));
        string[] words = [.. document.Sections[0].Blocks.OfType<Paragraph>().Select(p => p.Text)];
        Assert.Equal(["同分时依次按：报价低者优先、抽签。各列编号所指的评分因素见各供应商的评分表。", "总分相同：乙社工中心、甲社工中心", "抽签顺序：乙社工中心、甲社工中心"], words);
    }

    [Fact]
    public void Panel_IsPrintedWithItsSignatures()
    {
        var document = TenderReport.Of(Input([("a", 2300000m), ("b", 2300000m), ("c", 2400000m), ("d", 2000000m)], lot: ["b", "a"]));
        var signatures = document.Sections[^1].Blocks.OfType<SignatureBlock>().Single().Signatures;
        Assert.Equal(["评委甲", "评委乙", "评委丙", "评委丁", "评委戊"], signatures.Select(s => s.Name));
        Assert.Equal(["采购人代表", "评审专家", "评审专家", "评审专家", "评审专家"], signatures.Select(s => s.Role));
        Assert.All(signatures, s => Assert.Equal(new DateOnly(2024, 8, 27), s.SignedOn));
    }

    private static string Winner(Sheets sheets) => Names.Keys.Where(k => k != "d").Single(k => sheets.Figure("ranking", k, "rank") == 1m);

    // d never qualifies; the others have full marks except for price and for what the members give a.
    private static TenderReportInput Input((string Supplier, decimal Quote)[] quotes, Dictionary<string, decimal[]>? pointsOfA = null, string[]? lot = null)
    {
        var template = ReportCase.Catalogue.Template(new TemplateReference(Template, 1));
        var plan = ReportCase.Catalogue.Plan(new TemplateReference("xinhu-2024", 1));
        var project = ReportCase.Project(plan);
        var tender = new Tender(ReportCase.NewId(), project.Id, "ZB-2024-01", PurchaseMethod.OpenTender, template.Freeze(Template, 1), new TenderLimits(20, 3, 5, 4));
        tender.Publish(Opened.AddHours(-1), Opened.AddDays(-30), ReportCase.By);
        var facts = RuleInput.Of(template.Value).Where(i => i.Rule.SuppliedBy == Supplier.Fact && i.Rule is not LowestPriceRule).ToDictionary(i => i.Key, FullMarks.Fact);
        var contents = quotes.ToDictionary(_ => ReportCase.NewId(), q => new BidContent(q.Supplier, Money.FromYuan(q.Quote), null, facts));
        foreach (var id in contents.Keys)
        {
            tender.Receive(new Bid(id, tender.Id, [1], "hash", "receipt", Opened.AddHours(-2)));
        }

        for (var n = 1; n <= 5; n++)
        {
            tender.AssignPanel($"member-{n}", "panel", isExpert: n > 1);
        }

        tender.TurnKey(Opened, Domain.Workflow.Actor.Person("first"));
        tender.Open(contents, c => Ranking.InvalidReason(c, c.Supplier != "d", plan.Value.Tender, plan.Value.Budget, template.Value), Opened, ReportCase.By);
        for (var n = 1; n <= 5; n++)
        {
            tender.AnswerRecusal($"member-{n}", RecusalGround.None, ReportCase.NewId, Opened);
        }

        foreach (var bid in tender.ConformingBids)
        {
            foreach (var (sheet, n) in bid.Sheets.Select((s, n) => (s, n)))
            {
                ReportCase.Fill(sheet, FullMarks.Judged(template.Value, sheet.Rater), bid.Content!.Supplier == "a" ? pointsOfA : null, n, 0, Opened.AddDays(1));
            }
        }

        var ranking = Ranking.Of(template.Value, [.. tender.ConformingBids.Select(b => new ScoredBid(b.Id, b.Content!, [.. b.Sheets.Select(s => s.ToAssessor())]))], plan.Value.Tender, lot ?? []);
        tender.Rank(ranking.ToDictionary(r => r.Id, r => (r.Score.Total, r.Rank)), Opened.AddDays(1), ReportCase.By);
        return new TenderReportInput
        {
            Project = project,
            Purchaser = ReportCase.Party("自拟街道办事处", PartyKind.Purchaser),
            Tender = tender,
            Rules = plan.Value.Tender,
            Template = template.Value,
            Ranking = ranking,
            Suppliers = Names,
            Lot = lot ?? [],
            ScoredOn = new DateOnly(2024, 8, 27),
            CreatedAt = Opened,
        };
    }
}
