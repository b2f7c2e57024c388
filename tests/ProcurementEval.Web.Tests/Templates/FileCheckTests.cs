using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Templates;

public class FileCheckTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Shipped.Catalogue.Folder, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Shipped.Catalogue.Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Faults_OfAShippedFile_BlockNothing(string name)
    {
        var faults = FileCheck.Faults(YamlFile.Read(Shipped.PathOf(name)), Shipped.Catalogue);

        Assert.DoesNotContain(faults, f => f.Severity == Severity.Block);
    }

    [Fact]
    public void Faults_OfTheXinhuTender_WarnOfRegionalAwards()
    {
        var warning = Assert.Single(FileCheck.Faults(YamlFile.Read(Shipped.PathOf("xinhu-2024-tender-1.yaml")), Shipped.Catalogue));

        Assert.Equal((Severity.Warn, "RegionalAward", "T06"), (warning.Severity, warning.Code, warning.Arguments[0]));
    }

    // cases.md, case 4: the first instalment within two months, the last within one month (up to 31 days); 财库〔2019〕38号 allows 30 days.
    [Fact]
    public void Faults_OfTheFenghuangPlan_WarnOfItsPublishedPaymentTerms() =>
        Assert.Equal(["PaymentTermLong", "PaymentTermLong"], FileCheck.Faults(YamlFile.Read(Shipped.PathOf("plans/fenghuang-2024-1.yaml")), Shipped.Catalogue).Select(f => f.Code));

    // cases.md, case 5: 25.4 + 60 + 14.5 = 99.9.
    [Fact]
    public void Faults_OfCase5Instalments_NameTheMissingTenthOfAPercent()
    {
        var text = File.ReadAllText(Shipped.PathOf("plans/xinhu-2024-1.yaml"))
            .Replace("share: 30\n", "share: 25.4\n", StringComparison.Ordinal).Replace("share: 55\n", "share: 60\n", StringComparison.Ordinal).Replace("share: 15\n", "share: 14.5\n", StringComparison.Ordinal);

        var fault = Assert.Single(Shipped.Faults("plans/xinhu-2024-1.yaml", text));

        Assert.Equal((Severity.Block, "SharesMissing", 99.9m, 0.1m), (fault.Severity, fault.Code, fault.Arguments[0], fault.Arguments[1]));
        Assert.Equal(Array.FindIndex(text.Split('\n'), l => l.StartsWith("instalments:", StringComparison.Ordinal)) + 1, fault.Line);
        Assert.Contains("0.1%", ProcurementEval.Web.Web.Sentences.Of(fault, System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")), StringComparison.Ordinal);
    }

    // cases.md, case 3: >= 90, 80–89, 60–79, <= 59, both ends inclusive.
    [Theory]
    [InlineData("plans/longhua-2024-1.yaml")]
    [InlineData("longhua-final-1.yaml")]
    public void Faults_OfCase3BandsAsPrinted_NameTheThreeHoles(string name)
    {
        var text = File.ReadAllText(Shipped.PathOf(name))
            .Replace("from: 80, below: 90", "from: 80, to: 89", StringComparison.Ordinal).Replace("from: 60, below: 80", "from: 60, to: 79", StringComparison.Ordinal).Replace("from: 0, below: 60", "from: 0, to: 59", StringComparison.Ordinal);

        var holes = Shipped.Faults(name, text).Where(f => f.Code == "BandHole").ToArray();

        Assert.Equal([(89m, 90m), (79m, 80m), (59m, 60m)], holes.Select(h => ((decimal)h.Arguments[0], (decimal)h.Arguments[1])));
        Assert.Equal([89.01m, 89.99m], holes[0].Arguments.Skip(2).Cast<decimal>());
        Assert.Contains("89–90", ProcurementEval.Web.Web.Sentences.Of(holes[0]), StringComparison.Ordinal);
    }

    [Theory]
    // Shape: schema.
    [InlineData("A-1.yaml", "indicators:", "indicatoren:", "KeyMissing")]
    [InlineData("A-1.yaml", "max: 20", "maks: 20", "KeyMisspelt")]
    [InlineData("A-1.yaml", "max: 20", "weightOfThis: 20", "KeyUnknown")]
    [InlineData("A-1.yaml", "kind: template", "kind: tempalte", "WordUnknown")]
    [InlineData("A-1.yaml", "kind: template\n", "", "FileKindMissing")]
    [InlineData("A-1.yaml", "kind: ratio }", "kind: ration }", "WordMisspelt")]
    [InlineData("A-1.yaml", "rule: { kind: ratio }", "rule: { by: fact }", "KeyMissing")]
    [InlineData("A-1.yaml", "rule: { kind: ratio }", "rule: ratio", "MapExpected")]
    [InlineData("A-1.yaml", "rule: { kind: deduct, unit: 1 }", "rule: { kind: deduct }", "KeyMissing")]
    [InlineData("A-1.yaml", "rule: { kind: deduct, unit: 1 }", "rule: { kind: deduct, unit: 1, cap: 2 }", "KeyUnknown")]
    [InlineData("A-1.yaml", "purpose: evaluation", "purpose: evalution", "WordMisspelt")]
    [InlineData("A-1.yaml", "max: 20", "max: .nan", "NumberExpected")]
    [InlineData("A-1.yaml", "max: 20", "max: 1e400", "NumberExpected")]
    [InlineData("A-1.yaml", "max: 20", "max: -20", "NumberTooSmall")]
    [InlineData("A-1.yaml", "max: 20", "max: 20.005", "TooManyDecimals")]
    [InlineData("A-1.yaml", "max: 20", "max: 999999999999999999", "NumberTooLarge")]
    [InlineData("A-1.yaml", "version: 1", "version: 1.5", "WholeNumberExpected")]
    [InlineData("A-1.yaml", "title: 项目方案", "title: 2024", "TextExpected")]
    [InlineData("A-1.yaml", "title: 项目方案", "title: \" \"", "TextEmpty")]
    [InlineData("A-1.yaml", "code: A1\n", "code: A/1\n", "TextInvalid")]
    [InlineData("A-1.yaml", "bands:", "bands: []\nx:", "KeyUnknown")]
    [InlineData("xinhu-2024-tender-1.yaml", "regionalAward: true", "regionalAward: yes", "TruthExpected")]
    [InlineData("xinhu-2024-tender-1.yaml", "\nbands: none", "\nbands: nothing", "ListExpected")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-02", "date: 2023-02-30", "DateExpected")]
    [InlineData("plans/xinhu-2024-1.yaml", "instalments:", "instalments: []\nx:", "ListTooShort")]
    // Templates.
    [InlineData("A-1.yaml", "max: 20", "max: 19.9", "WeightsMissing")]
    [InlineData("A-1.yaml", "max: 20", "max: 20.1", "WeightsExceed")]
    [InlineData("A-1.yaml", "scale: 100", "scale: 100.5", "WeightsMissing")]
    [InlineData("A-1.yaml", "points: 4, name: 对象", "points: 3.5, name: 对象", "MaximumUnreachable")]
    [InlineData("A-1.yaml", "points: 4, name: 对象", "points: 5, name: 对象", "PointsInvalid")]
    [InlineData("A-1.yaml", "points: 3, name: 略", "points: 4, name: 略", "TableKeyTwice")]
    [InlineData("A-1.yaml", "{ points: 4, from: 90 }", "{ points: 3, from: 90 }", "MaximumUnreachable")]
    [InlineData("A-1.yaml", "{ points: 3, from: 70 }", "{ points: 3, from: 95 }", "StepHidden")]
    [InlineData("A-1.yaml", "{ points: 2, from: 80, below: 90 }", "{ points: 2, from: 80, below: 92 }", "StepOverlap")]
    [InlineData("A-1.yaml", "{ points: 2, from: 80, below: 90 }", "{ points: 2, from: 80, to: 89 }", "StepHole")]
    [InlineData("A-1.yaml", "{ points: 2, from: 80, below: 90 }", "{ points: 2, from: 80, below: 80 }", "StepEmpty")]
    [InlineData("A-1.yaml", "{ points: 2, from: 80, below: 90 }", "{ points: 2, from: 80, above: 80, below: 90 }", "StepEndsTwice")]
    [InlineData("A-1.yaml", "kind: deduct, unit: 1", "kind: deduct, unit: 0", "UnitInvalid")]
    [InlineData("A-1.yaml", "kind: ratio, target: 10", "kind: ratio, target: 0", "NotPositive")]
    [InlineData("A-1.yaml", "kind: ratio, target: 10", "kind: ratio, target: 10, cap: 0.9", "RatioCapInvalid")]
    [InlineData("A-1.yaml", "kind: ratio, target: 10", "kind: ratio, target: 10, cap: 1.2", "RatioCapInvalid")]
    [InlineData("xinhu-2024-tender-1.yaml", "rule: { kind: each, points: 25 }", "rule: { kind: ratio, target: 10, cap: 1.2 }", "RatioCapInvalid")]
    [InlineData("A-1.yaml", "kind: ratio, target: 10", "kind: lowest-price", "RuleOnlyInTender")]
    [InlineData("A-1.yaml", "kind: ratio, target: 10", "kind: bonus, unit: 1", "BonusInTree")]
    [InlineData("A-1.yaml", "              kind: judgement\n", "              kind: judgement\n              by: fact\n", "JudgementByFact")]
    [InlineData("A-1.yaml", "                - 75%–90% 扎实：三份个案环节齐全，计划针对预估，理论用得恰当，个别记录偏简。\n", "", "AnchorsIncomplete")]
    [InlineData("A-1.yaml", "code: A1.1.2", "code: A1.1.1", "CodeTwice")]
    [InlineData("A-1.yaml", "code: A-V1", "code: A1", "CodeTwice")]
    [InlineData("A-1.yaml", "raters:\n  - { code: third-party, name: 第三方评估机构 }", "raters: []", "RatersMissing")]
    [InlineData("A-1.yaml", "    max: 20\n", "    max: 20\n    rater: nobody\n", "RaterMissing")]
    [InlineData("A-1.yaml", "    max: 20\n", "    max: 20\n    rule: { kind: met }\n", "RuleAndItems")]
    [InlineData("A-1.yaml", "            rule: { kind: ratio, target: 10 }\n", "", "NeitherRuleNorItems")]
    [InlineData("A-1.yaml", "    max: 20\n", "    max: 20\n    markedOutOf: 100\n", "GroupMarked")]
    [InlineData("A-1.yaml", "    conditions:\n      - { code: misuse, title: 查实有挪用、虚假票据或重复报账 }", "    conditions: []", "ListTooShort")]
    [InlineData("A-1.yaml", "    consequence: lowest-grade\n", "", "KeyMissing")]
    [InlineData("A-1.yaml", "      - { code: misuse, title", "      - { code: misuse, title: x }\n      - { code: misuse, title", "CodeTwice")]
    [InlineData("A-1.yaml", "from: 80, below: 90", "from: 85, below: 90", "BandHole")]
    [InlineData("A-1.yaml", "from: 80, below: 90", "from: 79, below: 90", "BandOverlap")]
    [InlineData("A-1.yaml", "name: 优秀, from: 90", "name: 优秀, from: 90, to: 100", "BandTopClosed")]
    [InlineData("A-1.yaml", "name: 优秀, from: 90", "name: 优秀, from: 101", "BandUnreachable")]
    [InlineData("A-1.yaml", "from: 0, below: 60", "from: 1, below: 60", "BandHole")]
    [InlineData("A-1.yaml", "from: 80, below: 90", "from: 90, below: 90", "BandEmpty")]
    [InlineData("A-1.yaml", "from: 80, below: 90", "from: 80, below: 90, to: 89.99", "BandEndsTwice")]
    [InlineData("A-1.yaml", "grade: good", "grade: pass", "GradeTwice")]
    [InlineData("I-2.yaml", "bonusCap: 25", "bonusCap: 26", "BonusCapInvalid")]
    [InlineData("I-2.yaml", "bonusCap: 25\n", "", "BonusCapInvalid")]
    [InlineData("xinhu-2024-tender-1.yaml", "kind: each, points: 20", "kind: each, points: 101", "UnitInvalid")]
    [InlineData("xinhu-2024-tender-1.yaml", "max: 30\n          rule: { kind: met }", "max: 29\n          rule: { kind: met }", "MaximumUnreachable")]
    [InlineData("xinhu-2024-tender-1.yaml", "max: 30\n          rule: { kind: met }", "max: 30\n          rule: { kind: lowest-price }", "RuleNotInSum")]
    [InlineData("xinhu-2024-tender-1.yaml", "code: branch", "code: charter", "CodeTwice")]
    [InlineData("xinhu-2024-tender-1.yaml", "key: 4a", "key: 5a", "TableKeyTwice")]
    [InlineData("F-1.yaml", "points: [6, 3], else: 0", "points: [6, 3], else: 4", "RankRises")]
    // Plans alone.
    [InlineData("plans/xinhu-2024-1.yaml", "share: 55", "share: 55.5", "SharesExceed")]
    [InlineData("plans/xinhu-2024-1.yaml", "share: 55", "share: 55.00005", "TooManyDecimals")]
    [InlineData("plans/xinhu-2024-1.yaml", "budget: 2445000.00", "budget: 0", "NotPositive")]
    [InlineData("plans/xinhu-2024-1.yaml", "budget: 2445000.00", "budget: 2445000.001", "TooManyDecimals")]
    [InlineData("plans/xinhu-2024-1.yaml", "termMonths: 12", "termMonths: 37", "TermInvalid")]
    [InlineData("plans/xinhu-2024-1.yaml", "termMonths: 12", "termMonths: 24", "TermLong")]
    [InlineData("plans/xinhu-2024-1.yaml", "most: 1", "most: 3", "RenewalLong")]
    [InlineData("plans/xinhu-2024-1.yaml", "most: 1", "most: 0", "RenewalContradicts")]
    [InlineData("plans/xinhu-2024-1.yaml", "grades: [excellent, good]", "grades: [excellent, great]", "GradeUnknown")]
    [InlineData("plans/xinhu-2024-1.yaml", "name: 第二期款", "name: 首期款", "InstalmentTwice")]
    [InlineData("plans/xinhu-2024-1.yaml", "- { kind: acceptance }", "- { kind: date, date: 2025-10-01 }", "AcceptanceNotRequired")]
    [InlineData("plans/xinhu-2024-1.yaml", "- { kind: date, date: 2025-03-15 }", "- { kind: evaluation, evaluation: interim }", "EvaluationUnknown")]
    [InlineData("plans/xinhu-2024-1.yaml", "- { kind: date, date: 2025-03-15 }", "- { kind: stage, stage: closed }", "StageReleasesNothing")]
    [InlineData("plans/xinhu-2024-1.yaml", "payment: { length: 30, counting: calendar-shift }", "payment: { length: 31, counting: calendar-shift }", "PaymentTermLong")]
    [InlineData("plans/xinhu-2024-1.yaml", "payment: { length: 30, counting: calendar-shift }", "payment: { length: 22, counting: working }", "PaymentTermLong")]
    [InlineData("plans/xinhu-2024-1.yaml", "members: 5, experts: 4", "members: 6, experts: 4", "PanelInvalid")]
    [InlineData("plans/xinhu-2024-1.yaml", "members: 5, experts: 4", "members: 3, experts: 2", "PanelInvalid")]
    [InlineData("plans/xinhu-2024-1.yaml", "members: 5, experts: 4", "members: 5, experts: 3", "ExpertsInvalid")]
    [InlineData("plans/xinhu-2024-1.yaml", "budget: 2445000.00", "budget: 10000000", "PanelInvalid")]
    [InlineData("plans/xinhu-2024-1.yaml", "ties: [lower-price, lot]", "ties: [lower-price]", "TiesUndecided")]
    [InlineData("plans/xinhu-2024-1.yaml", "  - kind: final", "  - kind: mid-term", "FinalNotLast")]
    [InlineData("plans/xinhu-2024-1.yaml", "  - kind: final", "  - kind: mid-term", "EvaluationTwice")]
    [InlineData("plans/xinhu-2024-1.yaml", "assessors: mean\n    share: 100", "assessors: trimmed-mean\n    share: 100", "TrimmedMeanOfFew")]
    [InlineData("plans/xinhu-2024-1.yaml", "objection: # invented，比照质疑的期限（财政部令第94号第十条、第十三条）\n  window: { length: 7", "objection:\n  window: { length: 0", "NumberTooSmall")]
    [InlineData("plans/xinhu-2024-1.yaml", "calendar: china", "calendar: mars", "NamedFileUnusable")]
    [InlineData("plans/longhua-2024-1.yaml", "vetoCountsAs: 59.00", "vetoCountsAs: 60", "VetoFigureInvalid")]
    [InlineData("plans/longhua-2024-1.yaml", "vetoCountsAs: 59.00 # invented：否决按 59.00 分扣款\n", "", "VetoFigureMissing")]
    [InlineData("plans/longhua-2024-1.yaml", "paidInFull: [excellent]", "paidInFull: [best]", "GradeUnknown")]
    [InlineData("plans/longhua-2024-1.yaml", "      - { kind: evaluation, evaluation: final }\n", "", "ResultNotAwaited")]
    [InlineData("plans/longhua-2024-1.yaml", "- { kind: score-formula, full: 90, paidInFull: [excellent] }", "- { kind: vacancy, postPrice: 1, daysInYear: 365 }", "AdjustmentTwice")]
    [InlineData("plans/longhua-2024-1.yaml", "- { kind: vacancy, postPrice: 169000.00, daysInYear: 365 }", "- { kind: score-formula, full: 90, paidInFull: [excellent] }", "ScoreFormulaTwice")]
    [InlineData("plans/longhua-2024-1.yaml", "daysInYear: 365", "daysInYear: 300", "DaysInYearInvalid")]
    [InlineData("plans/grades-case7-1.yaml", "          - { grade: fail, share: 0 }\n", "", "GradeNotPaidOnce")]
    [InlineData("plans/grades-case7-1.yaml", "grade: pass, share: 50", "grade: pass, share: 80", "WorseGradePaysMore")]
    [InlineData("plans/changsha-2022-1.yaml", "      - { kind: acceptance }\n", "      - { kind: date, date: 2023-01-01 }\n", "UnitsNotAccepted")]
    [InlineData("plans/changsha-2022-1.yaml", "    adjustments:\n      - { kind: accepted-units }\n", "", "UnitPricesUnused")]
    [InlineData("plans/changsha-2022-1.yaml", "unitPrices:\n  - { target: case, price: 300.00 }\n  - { target: group, price: 1000.00 }\n  - { target: large-event, price: 4000.00 }\n  - { target: small-event, price: 2000.00 }\n", "", "UnitPricesMissing")]
    [InlineData("plans/changsha-2022-1.yaml", "target: group", "target: case", "CodeTwice")]
    // Plans joined with templates.
    [InlineData("plans/xinhu-2024-1.yaml", "sum: quote", "sum: budget", "FixedPriceScored")]
    [InlineData("plans/fengyang-2023-1.yaml", "sum: budget", "sum: quote", "PriceWeightLow")]
    [InlineData("plans/fengyang-2023-1.yaml", "  minimumHours: 35244\n", "", "HoursMinimumMissing")]
    [InlineData("plans/fengyang-2023-1.yaml", "  minimumHours: 35244\n", "  minimumHours: 35244\n  maximumHours: 35000\n", "HoursContradict")]
    [InlineData("plans/xinhu-2024-1.yaml", "id: xinhu-2024-tender", "id: A", "PurposeDiffers")]
    [InlineData("plans/xinhu-2024-1.yaml", "template: { id: A, version: 1 }", "template: { id: F, version: 1 }", "PurposeDiffers")]
    [InlineData("plans/xinhu-2024-1.yaml", "template: { id: A, version: 1 }", "template: { id: B, version: 1 }", "ScalesDiffer")]
    [InlineData("plans/xinhu-2024-1.yaml", "template: { id: A, version: 1 }", "template: { id: Z, version: 1 }", "NamedFileUnusable")]
    [InlineData("plans/fengyang-2023-1.yaml", "from: 900 }\n  - { grade: good, name: 良好, from: 800, below: 900 }\n  - { grade: pass, name: 合格, from: 600, below: 800 }\n  - { grade: fail, name: 不合格, from: 0, below: 600 }", "from: 90 }\n  - { grade: good, name: 良好, from: 80, below: 90 }\n  - { grade: pass, name: 合格, from: 60, below: 80 }\n  - { grade: fail, name: 不合格, from: 0, below: 60 }", "BandsOfOtherScale")]
    [InlineData("plans/xinhu-2024-1.yaml", "template: { id: A, version: 1 }", "template: { id: A, version: 1, sha256: 0000000000000000000000000000000000000000000000000000000000000000 }", "HashDiffers")]
    // Calendars and limits.
    [InlineData("calendars/china-1.yaml", "to: 2026-12-31", "to: 2022-12-31", "CalendarEndsBeforeStart")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-02", "date: 2022-01-02", "DayOutOfRange")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-02", "date: 2023-01-01", "DayTwice")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-02", "date: 2023-01-25", "DaysNotSorted")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-28", "date: 2023-01-27", "WorkdayNoWeekend")]
    [InlineData("calendars/china-1.yaml", "date: 2023-01-28", "date: 2023-01-22", "WorkdayIsHoliday")]
    [InlineData("legal-limits.yaml", "name: minimum-bids", "name: response-days", "LimitMissing")]
    [InlineData("legal-limits.yaml", "name: minimum-bids", "name: response-days", "LimitTwice")]
    public void Faults_OfAShippedFileWithOneThingChanged_NameIt(string name, string from, string to, string code) =>
        Assert.Contains(Shipped.Changed(name, from, to), f => f.Code == code);

    [Fact]
    public void Faults_OfAConsultationWithTooMuchPrice_Warn()
    {
        // The consultation's usual weight ends at 30 %: a price of 40 and a quality of 60.
        var fault = Shipped.Changed("plans/fengyang-2023-1.yaml", "method: open-tender\n  template: { id: fengyang-2023-tender, version: 1 }\n  sum: budget", "method: consultation\n  template: { id: fengyang-2023-tender, version: 1 }\n  sum: quote").Single(f => f.Code == "PriceWeightUnusual");

        Assert.Equal((Severity.Warn, 0m), (fault.Severity, fault.Arguments[0]));
    }

    [Fact]
    public void Faults_StandAtTheLineThatIsWrong()
    {
        var lines = File.ReadAllLines(Shipped.PathOf("A-1.yaml"));
        var line = Array.FindIndex(lines, l => l.Contains("target: 10", StringComparison.Ordinal)) + 1;

        Assert.Equal(line, Assert.Single(Shipped.Changed("A-1.yaml", "target: 10", "target: 0")).Line);
        Assert.Equal(line, Assert.Single(Shipped.Changed("A-1.yaml", "target: 10", "taget: 10")).Line);
    }

    [Fact]
    public void Faults_UnknownKey_AsksWhatWasMeant()
    {
        var fault = Assert.Single(Shipped.Changed("A-1.yaml", "target: 10", "taget: 10"));

        Assert.Equal(("KeyMisspelt", "taget", "target"), (fault.Code, fault.Arguments[0], fault.Arguments[1]));
    }

    [Fact]
    public void Faults_MoreThanFortyLeaves_Warn()
    {
        var leaves = string.Concat(Enumerable.Range(1, 41).Select(i => $"  - {{ code: L{i}, title: x, max: {(i == 1 ? "2" : "1")}, rule: {{ kind: met }} }}\n"));
        var text = $"kind: template\nid: many\nversion: 1\ntitle: x\npurpose: evaluation\nscale: 42\nraters: []\nbands: none\nindicators:\n{leaves}";

        Assert.Equal([("ManyIndicators", Severity.Warn)], Shipped.Faults("many-1.yaml", text).Select(f => (f.Code, f.Severity)));
    }
}
