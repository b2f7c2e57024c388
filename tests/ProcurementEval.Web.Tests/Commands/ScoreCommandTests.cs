using System.Text.Json.Nodes;
using ProcurementEval.Web.Commands;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Commands;

/// <summary>score TEMPLATE INPUT, from its files to its JSON; the figures are worked out beside the input.</summary>
public sealed class ScoreCommandTests : IDisposable
{
    // Cases 46 ÷ 50 × 30 = 27.60; a plan of 3 met points (50) and 40, 20, 10 judged: views 90, 70, 60, mean 220 ÷ 3 = 73.333… → 73.33,
    // × 40 ÷ 100 = 29.332 → 29.33; quality (8 + 9.5 + 9) ÷ 3 = 8.8333… → 8.83 of 10; answers (1 × 3 + 4 × 4 + 5 × 5) = 44 of 10: (4.4 − 1) ÷ 4 × 20 = 17.00.
    // 27.60 + 29.33 + (8.83 + 17.00) = 82.76; bonus min(3 × 2, 5) = 5.00 → 87.76, 良好.
    private const string Template = """
        kind: template
        id: worked
        version: 3
        title: 演算
        purpose: evaluation
        scale: 100
        raters: [{ code: panel, name: 评估组 }]
        bands:
          - { grade: excellent, name: 优秀, from: 90 }
          - { grade: good, name: 良好, from: 80, below: 90 }
          - { grade: pass, name: 合格, from: 60, below: 80 }
          - { grade: fail, name: 不合格, from: 0, below: 60 }
        indicators:
          - { code: S1, title: 个案, max: 30, rule: { kind: ratio, target: 50 } }
          - code: S2
            title: 计划
            max: 40
            markedOutOf: 100
            rule:
              kind: sum
              parts:
                - { code: met, title: 要点, max: 60, rule: { kind: lookup, table: [{ key: "4", points: 60, name: 满足 4 个 }, { key: "3", points: 50, name: 满足 3 个 }], else: 0 } }
                - { code: judged, title: 评价, max: 40, rule: { kind: level, levels: [{ points: 40, name: 优 }, { points: 20, name: 良 }, { points: 10, name: 中 }] } }
          - code: S3
            title: 质量与满意度
            max: 30
            items:
              - { code: S3.1, title: 质量, max: 10, rule: { kind: judgement, anchors: [a, b, c, d, e] } }
              - { code: S3.2, title: 满意度, max: 20, rule: { kind: survey, form: likert } }
        bonuses:
          - { code: B1, title: 加分, max: 6, rule: { kind: bonus, unit: 2 } }
        bonusCap: 5
        vetoes:
          - code: V1
            title: 弄虚作假
            consequence: lowest-grade
            conditions: [{ code: forged, title: 查实 }, { code: not-cured, title: 未改正 }]
        """;

    private const string Input = """
        kind: score-input
        template: { id: worked, version: 3 }
        facts:
          S1: 46
          S2: { met: 3 }
          S3.2: { counts: [0, 0, 1, 4, 5] }
          B1: 3
        assessors:
          - { id: a, rater: panel, scores: { S2: { judged: 40 }, S3.1: 8 } }
          - id: b
            rater: panel
            scores:
              S2: { judged: 20 }
              S3.1: { points: 9.5, comment: 记录完整 }
          - { id: c, rater: panel, scores: { S2: { judged: 10 }, S3.1: 9 } }
        vetoes:
          V1: { forged: true, not-cured: false }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("score");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Score_WorkedInput_PrintsTotalGradeAndTemplate()
    {
        var json = await ScoredAsync(Input);

        Assert.Equal(("87.76", "good", "100.00"), (Text(json["total"]), Text(json["grade"]), Text(json["scale"])));
        Assert.Empty(json["vetoes"]!.AsArray());
        Assert.Equal(("worked", 3), (Text(json["template"]!["id"]), (int)json["template"]!["version"]!));

        // sha256 of the file's text: it has no CR and no BOM, so it is that of its bytes.
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(PathOf("template.yaml")))), Text(json["template"]!["sha256"]));
    }

    [Fact]
    public async Task Score_WorkedInput_PrintsEveryIndicatorWithMaximumScoreAndWorking()
    {
        var nodes = (await ScoredAsync(Input))["indicators"]!.AsArray();

        Assert.Equal(
            [("S1", "30.00", "27.60"), ("S2", "40.00", "29.33"), ("S3", "30.00", "25.83"), ("S3.1", "10.00", "8.83"), ("S3.2", "20.00", "17.00")],
            nodes.Concat(nodes[2]!["items"]!.AsArray()).Select(n => (Text(n!["code"]), Text(n["maximum"]), Text(n["score"]))));
        Assert.Equal("73.33", Text(nodes[1]!["marked"]));
        Assert.Equal([("ratio", "min(46 ÷ 50, 1) × 30", "27.60")], Steps(nodes[0]!));
        Assert.Equal([("mean", "(8 + 9.5 + 9) ÷ 3", "8.833333"), ("publish", "8.833333", "8.83")], Steps(nodes[2]!["items"]![0]!).TakeLast(2));
        Assert.Equal([("sum", "8.83 + 17", "25.83")], Steps(nodes[2]!));
        Assert.Equal(("weight", "73.33 × 40 ÷ 100", "29.33"), Steps(nodes[1]!)[^1]);
    }

    [Fact]
    public async Task Score_ChineseTitles_AreWrittenAsTheyAre()
    {
        Write("input.yaml", Input);
        var (_, output, _) = await RunAsync();

        Assert.Contains("\"title\": \"质量与满意度\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_Twice_PrintsTheSameBytes()
    {
        Write("input.yaml", Input);

        Assert.Equal((await RunAsync()).Output, (await RunAsync()).Output);
    }

    [Fact]
    public async Task Score_AllConditionsOfAVeto_GiveTheLowestGrade()
    {
        var json = await ScoredAsync(Input.Replace("not-cured: false", "not-cured: true", StringComparison.Ordinal));

        Assert.Equal(("87.76", "fail"), (Text(json["total"]), Text(json["grade"])));
        Assert.Equal("V1", Text(json["vetoes"]![0]));
    }

    [Fact]
    public async Task Score_TrimmedMean_IsTheMeanBelowFive() => Assert.Equal("87.76", Text((await ScoredAsync("combination: trimmed-mean\n" + Input))["total"]));

    [Theory]
    [InlineData("S3.1: 8 }", "S3.1: 10.01 }", 9, "PointsOutOfRange")]
    [InlineData("S3.1: 8 }", "S3.1: -1 }", 9, "NumberTooSmall")]
    [InlineData("S3.1: 8 }", "S3.1: 8.125 }", 9, "TooManyDecimals")]
    [InlineData("S3.1: 8 }", "S3.1: 5 }", 9, "CommentMissing")]
    [InlineData("S3.1: 8 }", "S3.1: .NaN }", 9, "NumberExpected")]
    [InlineData("S3.1: 8 }", "S3.1: 1e400 }", 9, "NumberExpected")]
    [InlineData("S3.1: 8 }", "S3.1: \"8\" }", 9, "NumberExpected")]
    [InlineData("S3.1: 8 }", "S3.1: 8, S3.9: 8 }", 9, "JudgementUnknown")]
    [InlineData("judged: 20", "judged: 30", 13, "LevelUnknown")]
    [InlineData("points: 9.5,", "points: 9.5, remark: x,", 14, "KeyUnknown")]
    [InlineData("S1: 46", "S1: -1", 4, "FactNegative")]
    [InlineData("S1: 46", "S1: NaN", 4, "FactShapeWrong")]
    [InlineData("S1: 46", "S1: 1e400", 4, "FactShapeWrong")]
    [InlineData("S1: 46", "S1: { actual: 46, target: 40 }", 4, "TargetFixed")]
    [InlineData("  S1: 46\n", "", 3, "FactMissing")]
    [InlineData("S1: 46", "S1: 46\n  S9: 1", 5, "FactUnknown")]
    [InlineData("counts: [0, 0, 1, 4, 5]", "counts: [0, 0, 1, 4]", 6, "AnswersInvalid")]
    [InlineData("counts: [0, 0, 1, 4, 5]", "counts: [0, 0, 1, 4, 5.5]", 6, "FactShapeWrong")]
    [InlineData("id: c,", "id: a,", 15, "AssessorTwice")]
    [InlineData("id: c, rater: panel", "id: c, rater: guest", 15, "RaterUnknown")]
    [InlineData("id: c, rater", "rater", 15, "KeyMissing")]
    [InlineData("forged: true, ", "", 17, "KeyMissing")]
    [InlineData("forged: true", "forged: 1", 17, "TruthExpected")]
    [InlineData("forged: true", "forged: true, guessed: true", 17, "VetoConditionUnknown")]
    [InlineData("V1: { forged: true, not-cured: false }", "V1: true", 17, "MapExpected")]
    [InlineData("V1:", "V7:", 17, "VetoUnknown")]
    [InlineData("version: 3", "version: 2", 2, "NameDisagrees")]
    [InlineData("id: worked", "id: other", 2, "NameDisagrees")]
    [InlineData("version: 3", "version: 3, sha256: \"00\"", 2, "TextInvalid")]
    [InlineData("kind: score-input", "kind: case", 1, "WordUnknown")]
    [InlineData("vetoes:", "vetos:", 16, "KeyMisspelt")]
    [InlineData("vetoes:", "combination: median\nvetoes:", 16, "WordMisspelt")]
    public async Task Score_ImpossibleInput_IsRefusedWithItsLine(string printed, string typed, int line, string code)
    {
        Assert.Contains(printed, Input, StringComparison.Ordinal);
        Write("input.yaml", Input.Replace(printed, typed, StringComparison.Ordinal));

        var (exit, output, errors) = await RunAsync();

        Assert.Equal((CommandLine.Refused, string.Empty), (exit, output));
        Assert.StartsWith($"{PathOf("input.yaml")}:{line}: ", errors, StringComparison.Ordinal);
        Assert.Equal([(line, code)], Faults());
    }

    [Theory]
    [InlineData("facts: 3", "MapExpected")]
    [InlineData("facts: [1]", "MapExpected")]
    [InlineData("assessors: 3", "ListExpected")]
    [InlineData("assessors: [3]", "MapExpected")]
    [InlineData("assessors: [{ id: a, rater: panel, scores: 3 }]", "MapExpected")]
    [InlineData("template: worked", "MapExpected")]
    [InlineData("facts: &a { S1: 46 }", "AnchorRefused")]
    [InlineData("facts: { S1: 1, S1: 2 }", "DuplicateKey")]
    [InlineData("- 3", "YamlSyntax")]
    public async Task Score_InputOfAnotherShape_IsRefusedWithoutAStackTrace(string text, string code)
    {
        Write("input.yaml", "kind: score-input\n" + text + "\n");

        var (exit, _, errors) = await RunAsync();

        Assert.Equal(CommandLine.Refused, exit);
        Assert.Contains((2, code), Faults());
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_SeveralFaults_AreNamedInTheOrderOfTheirLines()
    {
        Write("input.yaml", Input.Replace("S1: 46", "S1: -1", StringComparison.Ordinal).Replace("id: c,", "id: a,", StringComparison.Ordinal));

        Assert.Equal([(4, "FactNegative"), (15, "AssessorTwice")], Faults());
    }

    [Fact]
    public async Task Score_FileMissing_IsRefused()
    {
        Write("template.yaml", Template);

        var (exit, _, errors) = await RunAsync();

        Assert.Equal(CommandLine.Refused, exit);
        Assert.StartsWith($"{PathOf("input.yaml")}:1: ", errors, StringComparison.Ordinal);
        Assert.Equal([(1, "FileMissing")], Faults());
    }

    // 29.9 + 40 + 30 = 99.9 of 100.
    [Theory]
    [InlineData("title: 个案, max: 30,", "title: 个案, max: 29.9,", "0.1")]
    [InlineData("kind: template", "kind: plan", "plan")]
    public async Task Score_TemplateThatIsNotSound_IsRefused(string printed, string typed, string named)
    {
        Write("input.yaml", Input);
        Write("template.yaml", Template.Replace(printed, typed, StringComparison.Ordinal));
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exit = await CommandLine.RunAsync(["score", PathOf("template.yaml"), PathOf("input.yaml")], output, errors);

        Assert.Equal((CommandLine.Refused, string.Empty), (exit, output.ToString()));
        Assert.StartsWith($"{PathOf("template.yaml")}:", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(named, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Score_HashOfAnotherText_IsRefused()
    {
        Write("input.yaml", Input.Replace("version: 3", $"version: 3, sha256: {new string('0', 64)}", StringComparison.Ordinal));

        Assert.Equal([(2, "HashDiffers")], Faults());
    }

    [Theory]
    [InlineData("score")]
    [InlineData("score", "one.yaml")]
    [InlineData("score", "one.yaml", "two.yaml", "three.yaml")]
    public async Task Score_WrongArguments_IsWrongUsage(params string[] args)
    {
        using var errors = new StringWriter();

        Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(args, TextWriter.Null, errors));
        Assert.NotEmpty(errors.ToString());
    }

    private IEnumerable<(int Line, string Code)> Faults()
    {
        Write("template.yaml", Template);
        var template = Catalogue.Read<Domain.Templates.Template>(PathOf("template.yaml"));
        return Assert.Throws<FileRefusedException>(() => ScoreInputFile.Read(PathOf("input.yaml"), template)).Faults.Select(f => (f.Line, f.Code));
    }

    private async Task<JsonNode> ScoredAsync(string input)
    {
        Write("input.yaml", input);
        var (exit, output, errors) = await RunAsync();
        Assert.Equal((CommandLine.Done, string.Empty), (exit, errors));
        return JsonNode.Parse(output)!;
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync()
    {
        Write("template.yaml", Template);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync(["score", PathOf("template.yaml"), PathOf("input.yaml")], output, errors);
        return (exit, output.ToString(), errors.ToString());
    }

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static string? Text(JsonNode? value) => value?.GetValue<string>();

    private static IReadOnlyList<(string? Code, string? Calculation, string? Value)> Steps(JsonNode node) =>
        [.. node["working"]!.AsArray().Select(s => (Text(s!["code"]), Text(s["calculation"]), Text(s["value"])))];
}
