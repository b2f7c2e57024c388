using System.Text.Json.Nodes;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.WorkedNumbers;

/// <summary>The sixteen factors of case 1 as cases.md prints them, on the published scoring tree, each worked out by hand.</summary>
public class XinhuTenderTests
{
    private static readonly Template Tree = Catalogue.Read<Template>(Path.Combine(Root(), "evaluation-templates", "xinhu-2024-tender-1.yaml")).Value;

    [Theory]
    [InlineData("T01", "{own: 2445000, best: 2400000}", "98.16", "9.82")] // 2,400,000 ÷ 2,445,000 × 100 = 98.159… → 98.16; × 10 % = 9.816
    [InlineData("T01", "{own: 2400000, best: 2400000}", "100", "10")]
    [InlineData("T02", "3", "60", "3")] // 20 a certificate
    [InlineData("T02", "6", "100", "5")] // capped
    [InlineData("T03", "5a", "100", "5")]
    [InlineData("T03", "4a", "75", "3.75")]
    [InlineData("T03", "3a", "50", "2.5")]
    [InlineData("T03", "new-unrated", "100", "5")]
    [InlineData("T03", "other", "0", "0")]
    [InlineData("T04", "1", "50", "2.5")]
    [InlineData("T04", "3", "100", "5")]
    [InlineData("T05", "{excellent: 1, good: 1}", "75", "3.75")] // 50 + 25
    [InlineData("T05", "{excellent: 2, good: 3}", "100", "5")] // 175, capped
    [InlineData("T06", "{province: 1, city: 1, district: 0}", "80", "4")] // 50 + 30
    [InlineData("T06", "{province: 1, city: 1, district: 2}", "100", "5")] // 120, capped
    [InlineData("T07", "{charter: true, branch: true, honoured: false}", "60", "3")]
    [InlineData("T07", "{charter: true, branch: true, honoured: true}", "100", "5")]
    [InlineData("T13", "{degree: true, own-supervisor: true, certificate: middle, experience: 5}", "70", "3.5")] // 20 + 20 + 20 + 10
    [InlineData("T13", "{degree: true, own-supervisor: true, certificate: senior, experience: 6}", "100", "5")] // 20 + 20 + 30 + 30
    [InlineData("T13", "{degree: false, own-supervisor: false, certificate: assistant, experience: 2.9}", "10", "0.5")]
    [InlineData("T14", "{certificate: 2, party: 1}", "51", "2.55")] // 34 + 17
    [InlineData("T14", "{certificate: 3, party: 3}", "100", "5")]
    [InlineData("T15", "{all-certified: true, further: 1}", "80", "8")] // 60 + 20
    [InlineData("T15", "{all-certified: true, further: 5}", "100", "10")] // 60 + 40, the part's own cap
    [InlineData("T15", "{all-certified: false, further: 2}", "40", "4")]
    [InlineData("T16", "true", "100", "5")]
    [InlineData("T16", "false", "0", "0")]
    public void Factor_OfFacts_IsMarkedOutOf100AndWeighted(string code, string fact, decimal marked, decimal weighted) =>
        Assert.Equal((marked, weighted), Score(code, fact));

    [Theory]

    // Points met and the five members' 优 40, 良 20, 中 10, 差 0; the mean of the members' views.
    [InlineData("T08", "{points: 4}", "40 40 20 40 40", "96", "9.6")] // 60 + (180 ÷ 5 = 36)
    [InlineData("T08", "{points: 3}", "40 20 20 10 0", "68", "6.8")] // 50 + 18
    [InlineData("T09", "{points: 1}", "0 0 0 0 10", "22", "2.2")] // 20 + 2
    [InlineData("T10", "{rules: 4}", "20 20 20 40 20", "64", "3.2")] // 40 + 24
    [InlineData("T10", "{rules: 7}", "40 40 40 40 40", "100", "5")] // 60, its part's cap, + 40
    [InlineData("T11", "{points: 2}", "10 10 10 10 20", "52", "2.6")] // 40 + 12
    [InlineData("T12", "{points: 5}", "40 40 40 40 40", "100", "5")]
    [InlineData("T12", "{points: 2}", "20 10 10 10 20", "34", "1.7")] // 20 + 14
    public void Factor_OfFactAndJudgement_IsTheMeanOfTheMembersViews(string code, string fact, string judged, decimal marked, decimal weighted) =>
        Assert.Equal((marked, weighted), Score(code, fact, judged.Split(' ').Select(p => decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray()));

    // One factor alone, on the facts as a file would write them.
    private static (decimal? Marked, decimal Weighted) Score(string code, string fact, params decimal[] judged)
    {
        var alone = Tree with { Indicators = [.. Tree.Indicators.Where(i => i.Code == code)] };
        var faults = new List<Fault>();
        var facts = new FactReader(alone).Facts((JsonObject)YamlFile.Of("fact.yaml", $"{code}: {fact}").Root.ToJson(), "facts", faults);
        Assert.Empty(faults);
        var node = Assert.Single(Scorer.Score(alone, new ScoreInput
        {
            Facts = facts,
            Assessors = [.. judged.Select((points, i) => new Assessor($"m{i}", "panel", new Dictionary<string, Judgement> { [$"{code}/judgement"] = new(points) }))],
            Vetoes = new HashSet<string>(),
        }).Nodes);
        return (node.Marked, node.Score);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ProcurementEval.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
