using System.Reflection;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tests.Workflow;

/// <summary>What every transition table must keep, whatever it says.</summary>
public class TableTests
{
    public static TheoryData<string, IReadOnlyList<(string From, string Trigger, string To)>, string[], string[]> Tables() => new()
    {
        { "contract", Rows(Contract.Process), Names<ContractStage>(), Names<ContractTrigger>() },
        { "tender", Rows(Tender.Process), Names<TenderStage>(), Names<TenderTrigger>() },
        { "instalment", Rows(Instalment.Process), Names<InstalmentStage>(), Names<InstalmentTrigger>() },
        { "acceptance", Rows(Acceptance.Process), Names<AcceptanceStage>(), Names<AcceptanceTrigger>() },
        { "evaluation", Rows(Evaluation.Process), Names<EvaluationStage>(), Names<EvaluationTrigger>() },
        { "finding", Rows(Finding.Process), Names<FindingStage>(), Names<FindingTrigger>() },
        { "objection", Rows(Objection.Process), Names<ObjectionStage>(), Names<ObjectionTrigger>() },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_EveryStageIsReachedFromTheFirstAndEveryTriggerIsUsed(string process, IReadOnlyList<(string From, string Trigger, string To)> rows, string[] stages, string[] triggers)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { stages[0] };
        while (rows.Any(r => reached.Contains(r.From) && reached.Add(r.To)))
        {
        }

        Assert.True(reached.SetEquals(stages), $"{process}: not reached {string.Join(", ", stages.Except(reached))}");
        Assert.True(triggers.ToHashSet().SetEquals(rows.Select(r => r.Trigger)), $"{process}: unused trigger");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OneTriggerInOneStage_LeadsToOneStage(string process, IReadOnlyList<(string From, string Trigger, string To)> rows, string[] stages, string[] triggers)
    {
        Assert.NotEmpty(stages.Concat(triggers));
        Assert.All(rows.GroupBy(r => (r.From, r.Trigger)), g => Assert.True(g.Count() == 1, $"{process}: {g.Key} is ambiguous"));
    }

    [Fact]
    public void Stage_OfEveryProcessSubject_HasNoPublicSetter()
    {
        var subjects = typeof(Contract).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IProcessSubject))).ToArray();

        Assert.Equal(7, subjects.Length);
        Assert.All(subjects, t => Assert.True(t.GetProperty("Stage", BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.IsPrivate, t.Name));
    }

    /// <summary>The engine's writer, once per aggregate, is the only place in the sources that assigns a stage.</summary>
    [Fact]
    public void Stage_InTheSources_IsAssignedOnlyByTheEngine()
    {
        var assignments = Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => System.Text.RegularExpressions.Regex.IsMatch(l, @"\bStage\s*=(?![=>])|\(.*\bStage\b.*\)\s*=\s*\(", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))).Select(l => (Path.GetFileName(f), l.Trim())))
            .ToArray();

        Assert.Equal(7, assignments.Length);
        Assert.All(assignments, a => Assert.Contains(".Stage = s", a.Item2, StringComparison.Ordinal));
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ProcurementEval.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "src", "ProcurementEval.Domain");
    }

    private static string[] Names<T>()
        where T : struct, Enum => Enum.GetNames<T>();

    private static IReadOnlyList<(string From, string Trigger, string To)> Rows<TSubject, TStage, TTrigger>(Process<TSubject, TStage, TTrigger> process)
        where TSubject : class, IProcessSubject
        where TStage : struct, Enum
        where TTrigger : struct, Enum => [.. process.Rows.Select(r => (r.From.ToString(), r.Trigger.ToString(), r.To.ToString()))];
}
