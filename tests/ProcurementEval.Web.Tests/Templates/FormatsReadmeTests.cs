using System.Text.RegularExpressions;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Templates;

/// <summary>The examples that teach the formats, taken out of the page and checked as files.</summary>
public sealed partial class FormatsReadmeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("formats-").FullName;
    private readonly Dictionary<string, string> examples;

    public FormatsReadmeTests()
    {
        var page = File.ReadAllText(Shipped.PathOf("README.md"));
        examples = Example().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["text"].Value);
        foreach (var shared in Directory.EnumerateFiles(Shipped.Catalogue.Folder, "*.schema.json").Append(Shipped.PathOf("legal-limits.yaml")))
        {
            File.Copy(shared, Path.Combine(folder, Path.GetFileName(shared)));
        }

        foreach (var (name, text) in examples)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Examples_AreFreeOfFaultsAndWarnings()
    {
        Assert.Equal(File.ReadAllText(Shipped.PathOf("README.md")).Split("```yaml").Length - 1, examples.Count);
        Assert.All(examples.Keys, name => Assert.Empty(FileCheck.Faults(YamlFile.Read(Path.Combine(folder, name)), new Catalogue(folder)).Select(f => ProcurementEval.Web.Web.Sentences.Of(f))));
    }

    [Fact]
    public void Examples_ShowEveryKindOfFileRuleReleaseAndAdjustment()
    {
        var text = string.Concat(examples.Values);
        var kinds = FileCheck.Kinds.Except(["limits", "case", "demo"]).Concat(DomainJson.KindsOf<Rule>()).Concat(DomainJson.KindsOf<ReleaseCondition>()).Concat(DomainJson.KindsOf<Adjustment>());

        Assert.All(kinds, kind => Assert.Matches($@"kind: {kind}\b", text));
    }

    [Fact]
    public void ExampleInput_OnTheExampleTemplate_ScoresWhatAPocketCalculatorSays()
    {
        var template = Catalogue.Read<Template>(Path.Combine(folder, "example-1.yaml"));

        var result = Scorer.Score(template.Value, ScoreInputFile.Read(Path.Combine(folder, "example-input.yaml"), template));

        // E1: 46 ÷ 50 × 10 = 9.20; 3 ÷ 2.5 capped 5; 92.5 % → 5; 5 − 1 = 4; 8 × 0.5 = 4; 4A → 4; second → 3: 34.20.
        // E2: 10; (17.5 + 11) ÷ 2 = 14.25; min(4 + 6, 10) = 10; Likert (2 + 12 + 80 + 175 − 60) ÷ 240 × 15 = 13.0625 → 13.06; 48 ÷ 60 × 5 = 4: 51.31.
        Assert.Equal([34.20m, 51.31m], result.Nodes.Select(n => n.Score));
        // Bonus 2.5; the veto stands only when both its conditions do.
        Assert.Equal((88.01m, "good", 0), (result.Total, result.Grade, result.Vetoes.Count));
    }

    [GeneratedRegex(@"```yaml\n# 文件：(?<name>\S+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
