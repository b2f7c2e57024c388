using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Web.Tests.Templates.Cases;

public class CaseCheckTests
{
    [Theory]
    [InlineData("xinhu-2024")]
    [InlineData("fengyang-2023")]
    [InlineData("longhua-2024")]
    [InlineData("fenghuang-2024")]
    [InlineData("changsha-2022")]
    public void Case_AsShipped_HasNoFault(string id) => Assert.Empty(Check(id, text => text));

    // One change of a shipped file each; what the change makes wrong is said at its line, unless the line is given as 0.
    [Theory]
    [InlineData("xinhu-2024", "sha256: 03bba034", "sha256: 13bba034", "CaseHashDiffers")]
    [InlineData("xinhu-2024", "sha256: d32c01df", "sha256: e32c01df", "CaseHashDiffers")]
    [InlineData("xinhu-2024", "id: xinhu-2024\ntitle", "id: xinhu-2025\ntitle", "CaseNameDiffers")]
    [InlineData("xinhu-2024", "code: anhe,", "code: mingde,", "CaseSupplierTwice")]
    [InlineData("xinhu-2024", "quote: 2298300.00", "quote: -2298300.00", "CaseQuoteNotPositive")]
    [InlineData("xinhu-2024", "quote: 2298300.00", "quote: 0", "CaseQuoteNotPositive")]
    [InlineData("xinhu-2024", "T02: 5", "T01: { own: 1, best: 1 }\n        T02: 5", "CaseFactComputed")]
    [InlineData("xinhu-2024", "T02: 5", "T02: -5", "FactNegative")]
    [InlineData("xinhu-2024", "T03: 5a", "T03: 5A", "CaseCategoryUnlisted")]
    [InlineData("xinhu-2024", "T14: { certificate: \"2\", party: \"2\" }", "T14: { certificates: \"2\", party: \"2\" }", "FactUnknown")]
    [InlineData("xinhu-2024", "T02: 5", "T02: five", "FactShapeWrong")]
    [InlineData("xinhu-2024", "T08: { points: \"4\" }", "T08: { point: \"4\" }", "FactUnknown")]
    [InlineData("xinhu-2024", "T08: { judgement: [40, 40, 20, 40, 40] }", "T08: { judgement: [40, 40, 20, 40] }", "CaseScoreCount")]
    [InlineData("xinhu-2024", "T08: { judgement: [40, 40, 20, 40, 40] }", "T08: { judgement: [40, 40, 30, 40, 40] }", "LevelUnknown")]
    [InlineData("xinhu-2024", "T08: { judgement: [40, 40, 20, 40, 40] }", "T08: { judgement: [40, 40, 50, 40, 40] }", "PointsOutOfRange")]
    [InlineData("xinhu-2024", "T08: { judgement: [40, 40, 20, 40, 40] }", "T08: { judgement: [40, 40, good, 40, 40] }", "CaseScoreNoNumber")]
    [InlineData("xinhu-2024", "T08: { judgement: [40, 40, 20, 40, 40] }", "T88: { judgement: [40, 40, 20, 40, 40] }", "CaseScoreUnknown")]
    [InlineData("xinhu-2024", "A2.2.1: [3.2, 3.4, 3]", "A2.2.1: [3.2, 3.456, 3]", "PointsTooFine")]
    [InlineData("xinhu-2024", "A2.2.2: [3, 3.2, 3.1]", "A2.2.2: [3, 2.3, 3.1]", "CommentMissing")]
    [InlineData("xinhu-2024", "A2.2.3: [3.4, 3, 3.2]", "A2.2.3: [3.4, 4.01, 3.2]", "PointsOutOfRange")]
    [InlineData("xinhu-2024", "published: 2024-08-09", "published: 2022-12-31", "CaseDateOutsideCalendar")]
    [InlineData("xinhu-2024", "deadline: 2024-09-02", "deadline: 2024-08-28", "CaseResponseTooShort")]
    [InlineData("xinhu-2024", "scored: 2024-09-03", "scored: 2024-09-01", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "scored: 2024-09-03", "judged: 2024-09-01\n  scored: 2024-09-03", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "published: 2024-08-09", "published: 2024-08-09\n  drafted: 2024-08-10", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "quote: 2445000.00", "received: 2024-09-03\n      quote: 2445000.00", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "signed: 2024-09-20", "signed: 2024-10-08", "CaseSignedLate")]
    [InlineData("xinhu-2024", "end: 2025-09-30", "end: 2025-10-01", "CaseTermTooLong")]
    [InlineData("xinhu-2024", "fixed: 2025-04-24", "fixed: 2025-04-23", "CaseObjectionWindowRunning")]
    [InlineData("xinhu-2024", "fixed: 2025-09-19", "fixed: 2025-10-10", "CaseResultAfterEnd")]
    [InlineData("xinhu-2024", "replied: 2025-05-09", "replied: 2025-05-16", "CaseReplyLate")]
    [InlineData("xinhu-2024", "released: 2025-03-17", "released: 2025-03-14", "CaseReleasedTooEarly")]
    [InlineData("xinhu-2024", "claimed: 2025-03-18", "claimed: 2025-03-16", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "paid: 2025-04-02", "paid: 2025-04-18", "CasePaidLate")]
    [InlineData("xinhu-2024", "invoice: XH-FP-0002", "invoice: XH-FP-0001", "CaseInvoiceTwice")]
    [InlineData("xinhu-2024", "invoice: XH-FP-0002", "invoice: \"\"", "CaseInvoiceMissing")]
    [InlineData("xinhu-2024", "ends: 2025-10-31", "ends: 2025-10-29", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "{ code: keyun, name: 科韵", "{ code: lihu, name: 科韵", "CaseSiteTwice")]
    [InlineData("xinhu-2024", "target: visits, site: lihu", "target: visit, site: lihu", "CaseTargetUnknown")]
    [InlineData("xinhu-2024", "target: visits, site: lihu", "target: festival-large, site: lihu", "CaseTargetHasNoRecords")]
    [InlineData("xinhu-2024", "target: visits, site: lihu", "target: visits, site: lihuu", "CaseSiteUnknown")]
    [InlineData("xinhu-2024", "recordsOf: festival,", "recordsOf: fest,", "CaseTargetUnknown")]
    [InlineData("xinhu-2024", "title: 调研报告, target: 1,", "title: 调研报告, target: 0,", "CaseTargetNotPositive")]
    [InlineData("xinhu-2024", "ofWhichForGroup: 4,", "ofWhichForGroup: 13,", "CasePartAboveWhole")]
    [InlineData("xinhu-2024", "from: 2024-10-08, to: 2024-11-30", "from: 2024-09-08, to: 2024-11-30", "CaseServiceOutsideTerm")]
    [InlineData("xinhu-2024", "usersInvited: 9", "usersInvited: 0", "CaseUsersNotInvited")]
    [InlineData("xinhu-2024", "- code: yungu\n", "- code: yunguu\n", "CaseSubjectsDiffer", 0)]
    [InlineData("xinhu-2024", "indicator: A2.1.1", "indicator: A2.1.9", "CaseIndicatorUnknown")]
    [InlineData("xinhu-2024", "subject: lihu", "subject: lihuu", "CaseSubjectUnknown")]
    [InlineData("xinhu-2024", "{ assessor: evaluator-b, item", "{ assessor: evaluator-z, item", "CaseAssessorUnknown")]
    [InlineData("xinhu-2024", "fromRecords: { A2.1.1: completion }", "fromRecords: { A2.1.9: completion }", "CaseIndicatorUnknown")]
    [InlineData("xinhu-2024", "fromRecords: { A2.1.1: completion }", "fromRecords: { A4.2.1: completion }", "CaseFactNotCounted")]
    [InlineData("xinhu-2024", "item: A2.3.2, ownCount", "item: A4.2.3, ownCount", "CaseFactNotCounted")]
    [InlineData("xinhu-2024", "verified: 2025-09-24", "verified: 2025-11-24", "CaseDatesOutOfOrder", 0)]
    [InlineData("xinhu-2024", "A2.1.1: { actual: 99.55", "A2.1.1: { actual: 99.56", "CaseFactDiffersFromRecords")]
    [InlineData("xinhu-2024", "{ id: panel-5, rater: panel, expert: true }", "{ id: panel-4, rater: panel, expert: true }", "CaseAssessorTwice", 0)]
    [InlineData("xinhu-2024", "{ id: panel-5, rater: panel, expert: true }", "{ id: panel-5, rater: panel, expert: false }", "CaseTooFewExperts", 0)]
    [InlineData("xinhu-2024", "- { id: panel-5, rater: panel, expert: true }", "", "CasePanelTooSmall", 0)]
    [InlineData("xinhu-2024", "- { id: panel-5,", "- { id: panel-6, rater: panel, expert: true }\n    - { id: panel-5,", "CasePanelEven", 0)]
    [InlineData("xinhu-2024", "- kind: mid-term", "- kind: midterm", "CaseEvaluationsDiffer", 0)]
    [InlineData("xinhu-2024", "series:\n", "series:\n  - { seed: 1, target: visits, site: lihu, count: 0 }\n", "CaseSeriesInvalid", 0)]
    [InlineData("fengyang-2023", "hours: 37050", "hours: 0", "CaseHoursMissing")]
    [InlineData("fengyang-2023", "      hours: 34960", "      # hours: 34960", "CaseHoursMissing", 0)]
    [InlineData("fengyang-2023", "hours: 37050", "hours: 35000", "CaseTooFewConformingBids", 0)]
    [InlineData("fengyang-2023", "filed: 2024-01-18", "filed: 2024-01-25", "CaseObjectionTooLate")]
    [InlineData("fengyang-2023", "answered: 2024-01-25", "answered: 2024-01-30", "CaseAnswerLate")]
    [InlineData("fengyang-2023", "F1.1: { below-agreed-share: false, not-cured: false }", "F1.9: { below-agreed-share: false }", "CaseVetoUnknown")]
    [InlineData("fengyang-2023", "F1.1: { below-agreed-share: false, not-cured: false }", "F1.1: { below-agreed-share: maybe }", "CaseVetoConditions")]
    [InlineData("longhua-2024", "from: 2024-11-01, to: 2024-11-30", "from: 2024-08-01, to: 2024-11-30", "CaseVacancyOutsideTerm")]
    [InlineData("xinhu-2024", "code: xinhu-finance", "code: xinhu-street", "CasePartyTwice")]
    [InlineData("xinhu-2024", "supplier: { code: mingde", "supplier: { code: hengping", "CasePartyTwice")]
    [InlineData("xinhu-2024", "templates:\n", "templates:\n  - { id: A, version: 1 }\n", "CaseTemplateTwice", 0)]
    [InlineData("xinhu-2024", "awarded: 2024-09-06", "awarded: 2024-09-02", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "signed: 2024-09-20", "signed: 2024-09-05", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "start: 2024-10-01", "start: 2024-09-19", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "end: 2025-09-30", "end: 2024-10-01", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "invited: 2025-09-22", "invited: 2024-09-19", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "invited: 2025-09-22", "invited: 2025-10-01", "CaseDatesOutOfOrder", 0)]
    [InlineData("xinhu-2024", "confirmed: 2025-09-30", "confirmed: 2025-09-18", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "published: 2025-10-09\n  statement", "published: 2025-09-29\n  statement", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "released: 2024-10-08", "released: 2024-09-30", "CaseReleasedTooEarly")]
    [InlineData("xinhu-2024", "released: 2025-10-09", "released: 2025-10-08", "CaseReleasedTooEarly")]
    [InlineData("xinhu-2024", "confirmed: 2025-03-21", "confirmed: 2025-03-17", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "approved: 2025-03-26", "approved: 2025-03-20", "CaseDatesOutOfOrder")]
    [InlineData("xinhu-2024", "paid: 2025-04-02", "paid: 2025-03-25", "CaseDatesOutOfOrder")]
    [InlineData("changsha-2022", "code: group,", "code: grouping,", "CasePricedTargetMissing", 0)]
    public void Case_WithOneChange_IsFaultedAtItsLine(string id, string old, string changed, string code, int line = -1)
    {
        var expected = 0;
        var faults = Check(id, text =>
        {
            var at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{id} does not hold '{old}'.");
            expected = 1 + text[..at].Count(c => c == '\n');
            return text[..at] + changed + text[(at + old.Length)..];
        });

        Assert.Contains(faults, f => f.Code == code && (line == 0 || f.Line == expected));
    }

    [Fact]
    public void Case_WithoutATemplateThatThePlanUses_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => Regex.Replace(text, @"  - id: A\n    version: 1\n    sha256: \w+\n", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1))), f => f.Code == "CaseTemplateNotPinned");

    [Fact]
    public void Case_WithATemplateThatThePlanDoesNotUse_IsWarned() =>
        Assert.Contains(Check("xinhu-2024", text => text.Replace("templates:\n", "templates:\n  - { id: F, version: 1 }\n", StringComparison.Ordinal)), f => f is { Code: "CaseTemplateUnused", Severity: Severity.Warn });

    [Fact]
    public void Case_WithoutAHash_NamesTheHashToWrite() =>
        Assert.Contains(Check("xinhu-2024", text => Regex.Replace(text, @"\n  sha256: \w+", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1))), f => f.Code == "CaseHashMissing" && f.Arguments.Contains(CaseFolder.Catalogue.Plan(new("xinhu-2024", 1)).File.Sha256));

    [Fact]
    public void Case_WithAnInstalmentLess_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => text[..text.IndexOf("  - released: 2025-10-09", StringComparison.Ordinal)] + "\nends: 2025-10-31\n"), f => f.Code == "CaseInstalmentCount");

    [Fact]
    public void Case_WithTwoAssessorsOfThree_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => text.Replace("      - { id: evaluator-c, rater: third-party, expert: true }\n", string.Empty, StringComparison.Ordinal)), f => f.Code == "CaseQuorumMissing");

    // Each evaluation of case 1 has three of one class; with one of another class, that class is short of the plan's three.
    [Fact]
    public void Case_WithAClassOfRatersBelowTheQuorum_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => text.Replace("{ id: evaluator-c, rater: third-party", "{ id: evaluator-c, rater: user", StringComparison.Ordinal)), f => f.Code == "CaseQuorumMissing" && f.Arguments.SequenceEqual([3, 1, "user"]));

    // A bid that is the best one again: equal in total and in price, and the plan then asks for the lot.
    [Theory]
    [InlineData("", true)]
    [InlineData("  lot: [twin, mingde]\n", false)]
    public void Case_WithATieForTheFirstPlace_NeedsALot(string lot, bool tied)
    {
        var faults = Check("xinhu-2024", text =>
        {
            var (from, to) = (text.IndexOf("    - supplier: { code: mingde", StringComparison.Ordinal), text.IndexOf("    - supplier: { code: anhe", StringComparison.Ordinal));
            var twin = text[from..to].Replace("code: mingde", "code: twin", StringComparison.Ordinal);
            return text.Insert(to, twin).Replace("  bids:\n", lot + "  bids:\n", StringComparison.Ordinal);
        });

        Assert.Equal(tied ? ["CaseTieUnresolved"] : [], faults.Select(f => f.Code));
    }

    // Only what is fixed can carry what follows: mid-term fixed 2025-04-24, final published after it.
    [Fact]
    public void Case_WithTheFinalPublishedBeforeTheMidTermIsFixed_IsRefused()
    {
        var faults = Check("xinhu-2024", text => Regex.Replace(text, "fixed: 2025-04-24", "fixed: 2025-09-18", RegexOptions.None, TimeSpan.FromSeconds(1)));

        Assert.Contains(faults, f => f.Code == "CaseDatesOutOfOrder" && f.Arguments.Contains(new DateOnly(2025, 9, 18)));
    }

    [Fact]
    public void Case_WithOneObjectionTwice_IsRefused() => Assert.Contains(
        Check("fengyang-2023", text => Regex.Replace(text, @"(?<head>    objections:\n)(?<one>(      .*\n)+)", "${head}${one}${one}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
        f => f.Code == "CaseObjectionTwice");

    // What a stage releases waits for the day that the case reaches the stage: mid-term fixed 2025-04-24, final published and fixed, accepted 2025-10-09.
    [Theory]
    [InlineData("mid-term-rated", "2025-04-24")]
    [InlineData("result-fixed", "2025-09-19")]
    [InlineData("accepted", "2025-10-09")]
    public void Instalment_ReleasedBeforeItsStage_IsRefused(string stage, string reached)
    {
        using var copied = new CopiedFolder("plans/xinhu-2024-1.yaml", text => text.Replace("- { kind: date, date: 2025-03-15 }", $"- {{ kind: stage, stage: {stage} }}", StringComparison.Ordinal));

        var early = Assert.Single(copied.FaultsOf("xinhu-2024"), f => f.Code == "CaseReleasedTooEarly");

        Assert.Contains(DateOnly.Parse(reached, CultureInfo.InvariantCulture), early.Arguments);
    }

    [Fact]
    public void Case_WithALotOfStrangers_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => text.Replace("  bids:\n", "  lot: [mingde, nobody]\n  bids:\n", StringComparison.Ordinal)), f => f.Code == "CaseLotUnknown" && (string)f.Arguments[0] == "nobody");

    [Fact]
    public void Case_WithTwoBids_IsRefused() =>
        Assert.Contains(Check("fengyang-2023", text => text[..text.IndexOf("    - supplier: { code: nanhua", StringComparison.Ordinal)] + text[text.IndexOf("\ncontract:", StringComparison.Ordinal)..]), f => f.Code == "CaseTooFewBids");

    [Fact]
    public void Case_WithATargetTwice_IsRefused() =>
        Assert.Contains(Check("xinhu-2024", text => text.Replace("code: visits, area", "code: files, area", StringComparison.Ordinal)), f => f.Code == "CaseTargetTwice");

    // 2,298,300.005 has three decimals: a quote is money, and money has two.
    [Fact]
    public void Quote_WithThreeDecimals_IsRefusedAtItsLine()
    {
        var text = File.ReadAllText(CaseFolder.PathOf("xinhu-2024"));
        var line = 1 + text[..text.IndexOf("quote: 2298300.00", StringComparison.Ordinal)].Count(c => c == '\n');

        var refused = Assert.Throws<FileRefusedException>(() => Check("xinhu-2024", t => t.Replace("quote: 2298300.00", "quote: 2298300.005", StringComparison.Ordinal)));

        Assert.Equal(line, Assert.Single(refused.Faults).Line);
    }

    [Fact]
    public void Yaml_WithABraceThatIsNeverClosed_IsRefused() =>
        Assert.Equal("YamlSyntax", Assert.Single(Assert.Throws<FileRefusedException>(() => Check("xinhu-2024", text => text.Replace("{ id: panel-1, rater: panel, expert: false }", "{ id: panel-1", StringComparison.Ordinal))).Faults).Code);

    [Fact]
    public void Sentences_OfEveryCode_ExistInBothLanguages()
    {
        var resources = new ResourceManager("ProcurementEval.Web.Resources.Cases", typeof(CaseCheck).Assembly);
        var codes = typeof(CaseCheckTests).GetMethod(nameof(Case_WithOneChange_IsFaultedAtItsLine))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(d => (string)d.Data[3]!).Where(c => c.StartsWith("Case", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.NotEqual(resources.GetString(code, CultureInfo.InvariantCulture), resources.GetString(code, CultureInfo.GetCultureInfo("en"))));
        Assert.All(codes, code => Assert.False(string.IsNullOrEmpty(resources.GetString(code, CultureInfo.InvariantCulture)), code));
    }

    private static IReadOnlyList<FileFault> Check(string id, Func<string, string> change) => CaseCheck.Faults(CaseFolder.Read(id, change), CaseFolder.Catalogue);
}
