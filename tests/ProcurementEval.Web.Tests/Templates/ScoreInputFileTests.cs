using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Templates;

public class ScoreInputFileTests
{
    private const string Input = """
        kind: score-input
        template: { id: K, version: 1 }
        facts:
          K9: 3
        assessors: []
        vetoes:
          K-V9: { found: true }
        """;

    [Fact]
    public void Faults_OfAnInputThatDoesNotFitItsTemplate_StandAtTheirLines()
    {
        var faults = Shipped.Faults("input.yaml", Input);

        Assert.Contains(faults, f => f is { Code: "FactUnknown", Line: 4 });
        Assert.Contains(faults, f => f is { Code: "VetoUnknown", Line: 7 });
        Assert.Contains(faults, f => f.Code == "FactMissing");
        Assert.Single(faults, f => f.Code == "FactUnknown");
    }

    [Fact]
    public void Faults_OfAnInputForATemplateThatIsNotThere_NameIt() =>
        Assert.Contains(Shipped.Faults("input.yaml", Input.Replace("id: K,", "id: K9,", StringComparison.Ordinal)), f => f is { Code: "NamedFileUnusable", Line: 2 });

    [Fact]
    public void Faults_OfAnInputWithoutATemplate_AreThoseOfItsShape() =>
        Assert.Equal(["KeyMisspelt"], Shipped.Faults("input.yaml", "kind: score-input\nfacts: {}\nassessors: []\nveto: {}\n").Select(f => f.Code));
}
