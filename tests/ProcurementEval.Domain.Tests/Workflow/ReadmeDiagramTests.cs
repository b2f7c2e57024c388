using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Domain.Tests.Workflow;

/// <summary>The README's diagrams are what the machines draw; with RENEW_DIAGRAMS=1 the test writes them anew.</summary>
public class ReadmeDiagramTests
{
    private const string First = "<!-- diagrams: written by the machines -->";
    private const string Last = "<!-- end of diagrams -->";

    [Fact]
    public void Diagrams_InTheReadme_AreTheMachines()
    {
        var path = Readme();
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(First, StringComparison.Ordinal) + First.Length, text.IndexOf(Last, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("RENEW_DIAGRAMS") == "1")
        {
            File.WriteAllText(path, text = $"{text[..from]}\n{Drawn()}{text[to..]}");
            (from, to) = (text.IndexOf(First, StringComparison.Ordinal) + First.Length, text.IndexOf(Last, StringComparison.Ordinal));
        }

        Assert.Equal(Drawn(), text[(from + 1)..to]);
    }

    private static string Drawn() => string.Concat(
        Block("Contract 合同", Contract.Process.Diagram()),
        Block("Tender 招标", Tender.Process.Diagram()),
        Block("Instalment 分期款", Instalment.Process.Diagram()),
        Block("Acceptance 履约验收", Acceptance.Process.Diagram()),
        Block("Evaluation 评估", Evaluation.Process.Diagram()),
        Block("Finding 整改事项", Finding.Process.Diagram()),
        Block("Objection 异议", Objection.Process.Diagram()));

    private static string Block(string title, string diagram) => $"\n#### {title}\n\n```mermaid\n{diagram.ReplaceLineEndings("\n").Trim()}\n```\n";

    private static string Readme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ProcurementEval.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "README.md");
    }
}
