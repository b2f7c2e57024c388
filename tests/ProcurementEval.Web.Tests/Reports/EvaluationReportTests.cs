using System.Globalization;
using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Features.Reports;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Reports;

public sealed class EvaluationReportTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static IEnumerable<Cell> Cells(Document document) =>
        document.Sections.SelectMany(s => s.Blocks).OfType<Table>().SelectMany(t => t.Rows).SelectMany(r => r.Cells);

    [Fact]
    public void Report_ThreeSites_EveryFormulaComesToItsFigure()
    {
        // A2.1.1 has 8 points: 46 ÷ 50 × 8 = 7.36 and 45 ÷ 50 × 8 = 7.20; totals 100.00, 99.36, 99.20; mean 298.56 ÷ 3 = 99.52.
        var a = new ReportCase("A");
        var input = a.Input(
            a.Subject("lihu", "荔湖"),
            a.Subject("keyun", "科韵", new() { ["A2.1.1"] = new RatioFact(46m, 50m) }),
            a.Subject("yungu", "云谷", new() { ["A2.1.1"] = new RatioFact(45m, 50m) }));
        var document = EvaluationReport.Of(input);
        Assert.Contains("算法：各评估对象平均：(100 + 99.36 + 99.2) ÷ 3", document.Sections[0].Blocks.OfType<Paragraph>().Select(p => p.Text));
        var sheets = new Sheets(document);
        sheets.AssertFormulasAgree();
        Assert.Equal(7.36m, sheets.Figure("scores-2", "A2.1.1", "score"));
        Assert.Equal(11.36m, sheets.Figure("scores-2", "A2.1", "score"));
        Assert.Equal(29.36m, sheets.Figure("scores-2", "A2", "score"));
        Assert.Equal(99.36m, sheets.Figure("scores-2", "(total)", "score"));
        Assert.Equal(99.20m, sheets.Figure("subjects", "yungu", "(total)"));
        Assert.Equal(99.52m, sheets.Figure("subjects", "(combined)", "(total)"));
        Assert.True(sheets.HasFormula("subjects", "(combined)", "(total)"));
    }

    public static TheoryData<string, int> Templates
    {
        get
        {
            var templates = Directory.GetFiles(Path.Combine(ReportCase.Root, "evaluation-templates"), "*.yaml")
                .Select(YamlFile.Read).Where(f => f.Root.Entries.Any(e => e is { Key: "kind", Value: YamlScalar { Value: "template" } })).Select(f => Catalogue.Parse<Template>(f).Value).Where(t => t.Purpose == TemplatePurpose.Evaluation);
            return [.. templates.OrderBy(t => t.Id, StringComparer.Ordinal).ThenBy(t => t.Version).Select(t => (t.Id, t.Version))];
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Report_OnEveryTemplate_AddsUpToFullMarksAndNamesEachLeafInOneRow(string id, int version)
    {
        var raters = new ReportCase(id, version).Template.Value.Raters;
        var c = new ReportCase(id, version) { Assessors = [.. raters.SelectMany(r => new[] { ($"{r.Code}-1", r.Code), ($"{r.Code}-2", r.Code) })] };
        var document = EvaluationReport.Of(c.Input(c.Subject("one", "甲"), c.Subject("two", "乙")), English);
        var sheets = new Sheets(document);
        sheets.AssertFormulasAgree();
        Assert.Equal(c.Template.Value.Scale + c.Template.Value.BonusCap, sheets.Figure("scores-2", "(total)", "score"));
        Assert.All(c.Template.Value.Leaves(), l => Assert.Equal(l.Title, sheets.Text("scores-1", l.Code, "title")));
        Assert.All(c.Template.Value.Leaves(), l => Assert.NotEmpty(sheets.Text("scores-1", l.Code, "working")));
    }

    [Fact]
    public void Report_LowestOfSites_RefersToTheLowest()
    {
        var a = new ReportCase("A") { Combine = SubjectCombination.Lowest };
        var input = a.Input(a.Subject("lihu", "荔湖"), a.Subject("keyun", "科韵", new() { ["A2.1.1"] = new RatioFact(46m, 50m) }));
        var sheets = new Sheets(EvaluationReport.Of(input));
        sheets.AssertFormulasAgree();
        Assert.Equal(99.36m, sheets.Figure("subjects", "(combined)", "(total)"));
    }

    [Fact]
    public void Report_EveryGroup_IsAFormulaOfItsChildren()
    {
        var a = new ReportCase("A");
        var sheets = new Sheets(EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖"))));
        Assert.All(a.Template.Value.Indicators.SelectMany(i => i.SelfAndDescendants()).Where(i => !i.IsLeaf), g => Assert.True(sheets.HasFormula("scores-1", g.Code, "score")));
        Assert.True(sheets.HasFormula("scores-1", "(total)", "score"));
    }

    [Fact]
    public void Report_EachLeaf_IsNamedOnceInItsSection()
    {
        var a = new ReportCase("A");
        var document = EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖")));
        string[] texts = [.. Cells(document).OfType<TextCell>().Select(c => c.Text), .. document.Sections.SelectMany(s => s.Blocks).OfType<Paragraph>().Select(p => p.Text)];
        Assert.All(a.Template.Value.Leaves(), leaf => Assert.Single(texts, t => t.Contains(leaf.Title, StringComparison.Ordinal)));
    }

    [Fact]
    public void Working_OfRatio_LeavesTheResultToTheScoreColumn()
    {
        var a = new ReportCase("A");
        var sheets = new Sheets(EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖", new() { ["A2.1.1"] = new RatioFact(46m, 50m) }))));
        Assert.Equal("完成率：min(46 ÷ 50, 1) × 8", sheets.Text("scores-1", "A2.1.1", "working"));
    }

    [Fact]
    public void Working_OfRoundedFact_ShowsTheExactFigureOnce()
    {
        // 47 ÷ 60 × 8 = 6.2666…, published 6.27.
        var a = new ReportCase("A");
        var sheets = new Sheets(EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖", new() { ["A2.1.1"] = new RatioFact(47m, 60m) }))));
        Assert.Equal("完成率：min(47 ÷ 60, 1) × 8 = 6.266667；四舍五入取两位小数", sheets.Text("scores-1", "A2.1.1", "working"));
        Assert.Equal(6.27m, sheets.Figure("scores-1", "A2.1.1", "score"));
    }

    [Fact]
    public void Working_OfJudgement_NamesEveryAssessorAndTheMean()
    {
        // (4 + 3 + 3) ÷ 3 = 3.333…, published 3.33.
        var a = new ReportCase("A");
        var subject = a.Subject("lihu", "荔湖", points: new() { ["A1.1.1"] = [4m, 3m, 3m] });
        Assert.Equal("给分：甲 4、乙 3、丙 3；平均：(4 + 3 + 3) ÷ 3 = 3.333333；四舍五入取两位小数", new Sheets(EvaluationReport.Of(a.Input(subject))).Text("scores-1", "A1.1.1", "working"));
        Assert.StartsWith("Given: A 4, B 3, C 3; Mean: ", new Sheets(EvaluationReport.Of(a.Input(subject), English)).Text("scores-1", "A1.1.1", "working"), StringComparison.Ordinal);
    }

    [Fact]
    public void Working_OfFiveAssessorsTrimmed_SaysSo()
    {
        // 12 and 6 are left out: (9 + 10 + 11) ÷ 3 = 10.
        var i = new ReportCase("I", 2) { Combination = Combination.TrimmedMean, Assessors = [.. Enumerable.Range(1, 5).Select(n => ($"third-{n}", "third-party"))] };
        var sheets = new Sheets(EvaluationReport.Of(i.Input(i.Subject("s", "站", points: new() { ["I1.2"] = [12m, 11m, 10m, 9m, 6m] }))));
        Assert.Equal(10m, sheets.Figure("scores-1", "I1.2", "score"));
        Assert.EndsWith("去掉一个最高分和一个最低分后平均：(9 + 10 + 11) ÷ 3", sheets.Text("scores-1", "I1.2", "working"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bonus_IsShownOnTopOfTheScale()
    {
        // Two works × 2 = 4 of 10, one emergency × 5 = 5 of 15: 100 + 9 = 109.
        var i = new ReportCase("I", 2);
        var sheets = new Sheets(EvaluationReport.Of(i.Input(i.Subject("s", "站", new() { ["I-B1"] = new NumberFact(2m), ["I-B2"] = new NumberFact(1m) }))));
        sheets.AssertFormulasAgree();
        Assert.Equal(9m, sheets.Figure("scores-1", "(bonus)", "score"));
        Assert.Equal(109m, sheets.Figure("scores-1", "(total)", "score"));
        Assert.Equal(109m, sheets.Figure("subjects", "s", "(total)"));
    }

    [Fact]
    public void Veto_OfLowestGrade_KeepsTheTotalAndShowsGradeAndReason()
    {
        var a = new ReportCase("A");
        var document = EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖", vetoes: "A-V1")));
        var glance = document.Sections[0].Blocks.OfType<KeyValueList>().Last().Items.ToDictionary(i => i.Label, i => ((TextCell)i.Value).Text);
        Assert.Equal("A-V1 挪用、虚假票据、重复报账", glance["一票否决"]);
        Assert.Equal("100.00（满分 100）", glance["综合得分"]);
        Assert.Equal("不合格", glance["等级"]);
        var sheets = new Sheets(document);
        Assert.Equal(100m, sheets.Figure("scores-1", "(total)", "score"));
        Assert.Equal("挪用、虚假票据、重复报账\n一票否决成立：定为最低等级", sheets.Text("scores-1", "A-V1", "title"));
        Assert.Equal("不合格（≥ 0、< 60）", sheets.Text("scores-1", "(grade)", "title"));
        Assert.Equal("不合格", sheets.Text("subjects", "lihu", "grade"));
    }

    [Fact]
    public void Veto_ThatZeroes_ShowsTheSumBeforeItAndNoFormulaAfter()
    {
        var k = new ReportCase("K");
        var vetoes = k.Template.Value.Vetoes.Where(v => v.Consequence == VetoConsequence.ScoreZero).Select(v => v.Code).ToArray();
        var raters = k.Template.Value.Raters.Select((r, n) => ($"a-{n}", r.Code)).ToArray();
        k = new ReportCase("K") { Assessors = raters };
        var sheets = new Sheets(EvaluationReport.Of(k.Input(k.Subject("post", "岗位", vetoes: vetoes))));
        sheets.AssertFormulasAgree();
        Assert.Equal(k.Template.Value.Scale, sheets.Figure("scores-1", "(sum)", "score"));
        Assert.Equal(0m, sheets.Figure("scores-1", "(total)", "score"));
        Assert.Equal(0m, sheets.Figure("subjects", "post", "(total)"));
    }

    [Fact]
    public void SeveralClassesOfRaters_AreNamedOnTheirGroups()
    {
        var b = new ReportCase("B") { Assessors = [("t-1", "third-party"), ("t-2", "third-party"), ("p-1", "purchaser"), ("s-1", "supervisor")] };
        var document = EvaluationReport.Of(b.Input(b.Subject("station", "站")));
        var sheets = new Sheets(document);
        sheets.AssertFormulasAgree();
        Assert.Equal("评分主体：第三方评估机构", sheets.Text("scores-1", "P", "working"));
        Assert.Equal(1000m, sheets.Figure("scores-1", "(total)", "score"));
        var signatures = document.Sections[^1].Blocks.OfType<SignatureBlock>().First().Signatures;
        Assert.Equal(["第三方评估机构 评估员甲", "第三方评估机构 评估员乙", "购买方（街镇、村居） 评估员丙", "监督方（区民政部门） 评估员丁"], signatures.Select(s => $"{s.Role} {s.Name}"));
        Assert.All(signatures, s => Assert.Equal(new DateOnly(2025, 9, 1), s.SignedOn));
    }

    [Fact]
    public void SectionNames_OfLongEqualAndForbiddenNames_FitAWorksheet()
    {
        var a = new ReportCase("A");
        var name = "某某区某某街道第一社区党群服务中心[东/西]社会工作服务站（自拟的长名）𠮷";
        var names = EvaluationReport.Of(a.Input(a.Subject("s1", name), a.Subject("s2", name), a.Subject("s3", new string('甲', 30) + "𠮷"))).Sections.Select(s => s.Name).ToArray();
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Length, 1, 31));
        Assert.All(names, n => Assert.Equal(-1, n.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\'])));
        Assert.All(names, n => Assert.False(char.IsHighSurrogate(n[^1])));
    }

    [Fact]
    public void Overall_IsTheWeightedSumOfTheEvaluations()
    {
        // 0.4 × 85.25 + 0.6 × 99.36 = 34.10 + 59.616 = 93.716, published 93.72.
        var a = new ReportCase("A");
        var input = a.Input(a.Subject("keyun", "科韵", new() { ["A2.1.1"] = new RatioFact(46m, 50m) }));
        var (mid, final) = (Share.FromPercent(40m), Share.FromPercent(60m));
        var combined = Combining.Evaluations([new([new(85.25m, [])], SubjectCombination.Mean, mid), new([new(99.36m, [])], SubjectCombination.Mean, final)], input.Bands);
        var sheets = new Sheets(EvaluationReport.Of(input with { Overall = new OverallResult([new("mid-term", mid, 85.25m), new("final", final, 99.36m)], combined) }));
        sheets.AssertFormulasAgree();
        Assert.Equal(93.72m, sheets.Figure("overall", "(overall)", "figure"));
    }

    [Fact]
    public void ObjectionsAndFindings_AreListedWithTheirAnswers()
    {
        var a = new ReportCase("A");
        var subject = a.Subject("lihu", "荔湖");
        var objection = Objection.File(ReportCase.NewId(), subject.Evaluation, "档案漏计一份", new DateOnly(2025, 9, 20), ReportCase.At);
        objection.Dismiss("经复核，该份已计入", ReportCase.At, ReportCase.By);
        var finding = new Finding(ReportCase.NewId(), ReportCase.NewId(), subject.Evaluation.Id, "A2.2.2", "补齐小组后测", new DateOnly(2025, 10, 8));
        var sheets = new Sheets(EvaluationReport.Of(a.Input(subject) with { Objections = [objection], Findings = [finding] }));
        Assert.Equal("经复核，该份已计入", sheets.Text("objections", "1", "answer"));
        Assert.Equal("不成立", sheets.Text("objections", "1", "state"));
        Assert.Equal("A2.2.2", sheets.Text("findings", "1", "indicator"));
        Assert.Equal("荔湖", sheets.Text("findings", "1", "subject"));
    }

    [Fact]
    public void Disputes_AreListedWithTheOwnCountAndTheRevisionTheyDispute()
    {
        var a = new ReportCase("A");
        var subject = a.Subject("lihu", "荔湖", first: e => e.Sheets[1].Dispute("A2.1.1", 45m, e.FactsRevision, ReportCase.At));
        var document = EvaluationReport.Of(a.Input(subject));
        var sheets = new Sheets(document);
        Assert.Equal("评估员乙", sheets.Text("scores-1-disputes", "1", "assessor"));
        Assert.Equal(45m, sheets.Figure("scores-1-disputes", "1", "own"));
        Assert.Equal(1m, sheets.Figure("scores-1-disputes", "1", "revision"));
        Assert.Equal(2m, ((FigureCell)document.Sections[1].Blocks.OfType<KeyValueList>().Single().Items[^1].Value).Value);
    }

    [Fact]
    public void Report_PrintedTwice_IsTheSame()
    {
        var a = new ReportCase("A");
        var input = a.Input(a.Subject("lihu", "荔湖"), a.Subject("keyun", "科韵"));
        Assert.Equivalent(EvaluationReport.Of(input), EvaluationReport.Of(input), strict: true);
    }

    [Fact]
    public void Foot_NamesTemplateVersionHashAndAnchor()
    {
        var a = new ReportCase("A");
        var document = EvaluationReport.Of(a.Input(a.Subject("lihu", "荔湖")) with { AuditAnchor = "ab12" });
        var small = document.Sections[^1].Blocks.OfType<Paragraph>().Select(p => p.Text).ToArray();
        Assert.Contains($"指标体系：A 第 1 版，SHA-256 {a.Template.File.Sha256}", small);
        Assert.Contains("审计锚点（默克尔根）：ab12", small);
        Assert.Contains(a.Template.File.Sha256[..12], document.Footer, StringComparison.Ordinal);
    }
}
