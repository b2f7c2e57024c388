using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Evaluations;

/// <summary>One evaluation (评估) of one subject: the frozen template, the shared facts, the assessors, and the published result.</summary>
public sealed class Evaluation : IProcessSubject
{
    private readonly List<Assignment> assignments = [];
    private readonly List<Sheet> sheets = [];

    public Evaluation(Guid id, Guid contractId, string kind, string subject, FrozenText template, int quorum) =>
        (Id, ContractId, Kind, Subject, Template, Quorum) = (id, contractId, kind, subject, template, quorum);

    private Evaluation()
    {
    }

    /// <summary>Table of the process.</summary>
    public static Process<Evaluation, EvaluationStage, EvaluationTrigger> Process { get; } = new("evaluation", e => e.Stage, (e, s) => e.Stage = s,
        new Table<Evaluation, EvaluationStage, EvaluationTrigger>()
            .In(EvaluationStage.Planned).On(EvaluationTrigger.Open, EvaluationStage.Open)
                .Only("QuorumMissing", (e, _) => e.SmallestClass(_ => true) is var n && n < e.Quorum ? [e.Quorum, n] : null)
            .In(EvaluationStage.Open).On(EvaluationTrigger.Consolidate, EvaluationStage.Consolidated)
                .Only("RecusalsOpen", (e, _) => e.assignments.RecusalsOpen() is > 0 and var n ? [n] : null)
                .Only("QuorumMissing", (e, _) => e.SmallestClass(a => a.Sits) is var n && n < e.Quorum ? [e.Quorum, n] : null)
                .Only("SheetsUnsigned", (e, _) => e.SittingSheets().Count(s => !s.IsSigned) is > 0 and var n ? [n] : null)
            .In(EvaluationStage.Consolidated).On(EvaluationTrigger.Publish, EvaluationStage.Published)
            .In(EvaluationStage.Published).On(EvaluationTrigger.Fix, EvaluationStage.Fixed)
                .Only("ObjectionPeriodRunning", (e, at) => e.ObjectionsUntil is { } until && Calendars.ChinaTime.DateOf(at) <= until ? [until] : null)
                .Only("ObjectionsOpen", (e, _) => e.OpenObjections > 0 ? [e.OpenObjections] : null)
                .Only("UpheldNotReopened", e => !e.ObjectionUpheld)
            .On(EvaluationTrigger.Reopen, EvaluationStage.Open)
                .Only("NoObjectionUpheld", e => e.ObjectionUpheld));

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>The plan's word for it: "mid-term", "final".</summary>
    public string Kind { get; private set; } = null!;

    /// <summary>The site, post or contract that is rated.</summary>
    public string Subject { get; private set; } = null!;

    public EvaluationStage Stage { get; private set; }

    /// <summary>The template as it stood when the evaluation was planned.</summary>
    public FrozenText Template { get; private set; } = null!;

    /// <summary>At least so many assessors of each class of raters must sit.</summary>
    public int Quorum { get; private set; }

    public IReadOnlyList<Assignment> Assignments => assignments;

    /// <summary>One sheet per assessor.</summary>
    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>The facts shared by all assessors, and how often they were set.</summary>
    public IReadOnlyDictionary<string, Fact> Facts { get; private set; } = new Dictionary<string, Fact>();

    public int FactsRevision { get; private set; }

    /// <summary>Codes of the vetoes that stand.</summary>
    public IReadOnlyList<string> Vetoes { get; private set; } = [];

    /// <summary>Published total, two decimals, on the template's scale; null before consolidation.</summary>
    public decimal? Total { get; private set; }

    public string? Grade { get; private set; }

    /// <summary>Last day on which the agency may object.</summary>
    public DateOnly? ObjectionsUntil { get; private set; }

    public int OpenObjections { get; private set; }

    public bool ObjectionUpheld { get; private set; }

    /// <summary>The day on which a result that was reached elsewhere was published there; null for one that is scored here.</summary>
    public DateOnly? PublishedElsewhereOn { get; private set; }

    /// <summary>The result came in with its contract: there are no sheets behind it.</summary>
    public bool IsImported => PublishedElsewhereOn is not null;

    public TransitionLog Transitions { get; } = new();

    /// <summary>A result that was final before its contract came here.</summary>
    internal static Evaluation Import(Guid id, Guid contractId, PastEvaluation past, ImportTemplate template, int quorum, DateTimeOffset at, Actor by)
    {
        var evaluation = new Evaluation(id, contractId, past.Kind, past.Subject, template.Text, quorum)
        {
            Total = past.Total,
            Grade = Grading.BandOf(template.Template.Bands, past.Total, past.Vetoes.Count > 0)?.Grade,
            Vetoes = past.Vetoes,
            PublishedElsewhereOn = past.PublishedOn,
        };
        Process.Enter(evaluation, EvaluationStage.Fixed, at, by);
        return evaluation;
    }

    public bool CanAssign => Stage <= EvaluationStage.Open;

    /// <summary>Names one who is to rate; while sheets are filled too, for one who had to recuse himself.</summary>
    public void Assign(string assessor, string rater, bool isExpert)
    {
        RefusedException.ThrowIf(!CanAssign, "NotInThisStage", Process.Name, nameof(Assign), Stage.ToString());
        RefusedException.ThrowIf(assignments.Any(a => a.Assessor == assessor), "AssessorAssigned", assessor);
        assignments.Add(new Assignment(assessor, rater, isExpert));
    }

    public void Open(DateTimeOffset at, Actor by) => Process.Fire(this, EvaluationTrigger.Open, at, by);

    /// <summary>Records an assessor's answer; one who may sit gets his sheet.</summary>
    public void AnswerRecusal(string assessor, RecusalGround ground, Guid sheetId, DateTimeOffset at)
    {
        var assignment = assignments.AnswerRecusal(assessor, ground, at);
        if (assignment.Sits)
        {
            sheets.Add(new Sheet(sheetId, evaluationId: Id, bidId: null, assessor, assignment.Rater));
        }
    }

    /// <summary>Sets the shared facts; every sheet must confirm them anew, and a signature under the old ones is void.</summary>
    public void SetFacts(IReadOnlyDictionary<string, Fact> facts, IReadOnlyList<string> vetoes)
    {
        RefusedException.ThrowIf(Stage != EvaluationStage.Open, "NotInThisStage", Process.Name, nameof(SetFacts), Stage.ToString());
        (Facts, Vetoes) = (facts, vetoes);
        FactsRevision++;
        VoidSignatures();
    }

    /// <summary>Scores the signed sheets on the frozen template.</summary>
    /// <exception cref="RefusedException">Recusals or sheets are open.</exception>
    public ScoreResult Consolidate(Template template, Combination combination, DateTimeOffset at, Actor by)
    {
        Process.Require(this, EvaluationTrigger.Consolidate, at);
        var result = Scorer.Score(template, Input(combination));
        Process.Fire(this, EvaluationTrigger.Consolidate, at, by);
        (Total, Grade) = (result.Total, result.Grade);
        return result;
    }

    /// <summary>What the score rests on: the shared facts and the sheets of those who sit.</summary>
    public ScoreInput Input(Combination combination) => new()
    {
        Facts = Facts,
        Assessors = [.. SittingSheets().Select(s => s.ToAssessor())],
        Vetoes = Vetoes.ToHashSet(StringComparer.Ordinal),
        Combination = combination,
    };

    /// <summary>Publishes the result; objections may be filed until the given day.</summary>
    public void Publish(DateOnly objectionsUntil, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, EvaluationTrigger.Publish, at, by);
        ObjectionsUntil = objectionsUntil;
    }

    public void Fix(DateTimeOffset at, Actor by) => Process.Fire(this, EvaluationTrigger.Fix, at, by);

    /// <summary>After an upheld objection: the round is open again and the old result is void.</summary>
    public void Reopen(DateTimeOffset at, Actor by, string why)
    {
        Process.Fire(this, EvaluationTrigger.Reopen, at, by, why);
        (Total, Grade, ObjectionsUntil, ObjectionUpheld) = (null, null, null, false);
        VoidSignatures();
    }

    internal void ObjectionFiled() => OpenObjections++;

    internal void ObjectionAnswered(bool upheld)
    {
        OpenObjections--;
        ObjectionUpheld |= upheld;
    }

    private int SmallestClass(Func<Assignment, bool> counts) => assignments.GroupBy(a => a.Rater).Select(g => g.Count(counts)).DefaultIfEmpty(0).Min();

    private void VoidSignatures() => sheets.Where(s => s.IsSigned).ToList().ForEach(s => s.VoidSignature());

    private IEnumerable<Sheet> SittingSheets() => sheets.Where(s => assignments.Any(a => a.Sits && a.Assessor == s.Assessor));
}
