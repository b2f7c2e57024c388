using System.Globalization;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Scoring.Trees;

namespace ProcurementEval.Domain.Tests.Evaluations;

/// <summary>Brings an evaluation to a stage by its own verbs: one judged item X of 100 points, objections until 31 October 2025.</summary>
internal static class Rounds
{
    public static readonly Actor Leader = Actor.Person("leader");
    public static readonly DateOnly Until = new(2025, 10, 31);
    public static readonly Template Template = Template(Leaf("X", 100m, Judged()));

    public static DateTimeOffset At(string day) => ChinaTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(10, 0));

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public static Evaluation Planned(int quorum = 2, string kind = "final") => new(Id(1), Id(9), kind, "site", FrozenText.Of("T", 1, "t"), quorum);

    public static Evaluation Assigned(string kind = "final")
    {
        var evaluation = Planned(kind: kind);
        evaluation.Assign("a", "panel", isExpert: true);
        evaluation.Assign("b", "panel", isExpert: false);
        return evaluation;
    }

    public static Evaluation Opened(string kind = "final")
    {
        var evaluation = Assigned(kind);
        evaluation.Open(At("2025-10-01"), Leader);
        return evaluation;
    }

    /// <summary>Both sit and have their sheets; the facts are set once.</summary>
    public static Evaluation Seated(string kind = "final")
    {
        var evaluation = Opened(kind);
        evaluation.AnswerRecusal("a", RecusalGround.None, Id(2), At("2025-10-02"));
        evaluation.AnswerRecusal("b", RecusalGround.None, Id(3), At("2025-10-02"));
        evaluation.SetFacts(new Dictionary<string, Fact>(), []);
        return evaluation;
    }

    public static Evaluation Signed(string kind = "final", decimal points = 90m)
    {
        var evaluation = Seated(kind);
        Sign(evaluation, points);
        return evaluation;
    }

    public static Evaluation Published(string kind = "final", decimal points = 90m)
    {
        var evaluation = Signed(kind, points);
        evaluation.Consolidate(Template, Combination.Mean, At("2025-10-20"), Leader);
        evaluation.Publish(Until, At("2025-10-21"), Leader);
        return evaluation;
    }

    public static Evaluation Fixed(string kind = "final", decimal points = 90m)
    {
        var evaluation = Published(kind, points);
        evaluation.Fix(At("2025-11-01"), Leader);
        return evaluation;
    }

    /// <summary>Every unsigned sheet gets the same points and is signed.</summary>
    public static void Sign(Evaluation evaluation, decimal points)
    {
        foreach (var sheet in evaluation.Sheets.Where(s => !s.IsSigned))
        {
            sheet.Enter("X", new Judgement(points, "说明"), sheet.SequenceOf("X"), At("2025-10-10"));
            sheet.ConfirmFacts(evaluation.FactsRevision);
            sheet.Sign(["X"], evaluation.FactsRevision, At("2025-10-10"));
        }
    }

    /// <summary>What a refused verb leaves unmet.</summary>
    public static IReadOnlyList<Unmet> Unmet(Action verb) => Assert.Throws<RefusedException>(verb).Unmet;
}
