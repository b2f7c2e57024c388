using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>A contract as it is stored, and what its reports are printed from: the same stored data give the same report whenever it is printed.</summary>
public sealed record ContractReports(Project Project, Contract Contract, IReadOnlyDictionary<Guid, Party> Parties, IReadOnlyList<Transition> History)
{
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<Objection> Objections { get; init; } = [];

    public string? AuditAnchor { get; init; }

    /// <summary>When the contract last took a step: what a report says of it was so then.</summary>
    public DateTimeOffset CreatedAt => History[^1].At;

    private Plan Plan => Contract.Plan.ToPlan();

    public MoneySheetInput Money() => new()
    {
        Project = Project,
        Contract = Contract,
        Purchaser = Parties[Project.PurchaserId],
        Agency = Parties[Contract.AgencyId],
        Bands = Plan.Bands,
        AuditAnchor = AuditAnchor,
        CreatedAt = CreatedAt,
    };

    /// <summary>Null while the plan knows no such kind, or one of its subjects is not published.</summary>
    public EvaluationReportInput? Evaluation(string kind)
    {
        var rule = Plan.Evaluations.FirstOrDefault(e => string.Equals(e.Kind, kind, StringComparison.Ordinal));
        Evaluation[] rated = [.. Contract.Evaluations.Where(e => string.Equals(e.Kind, kind, StringComparison.Ordinal))];
        if (rule is null || rated.Length == 0 || rated.Any(e => e.Stage < EvaluationStage.Published))
        {
            return null;
        }

        var ids = rated.Select(e => e.Id).ToHashSet();
        return new EvaluationReportInput
        {
            Project = Project,
            Contract = Contract,
            Purchaser = Parties[Project.PurchaserId],
            Agency = Parties[Contract.AgencyId],
            EvaluationBody = Parties[Project.EvaluationBodyId],
            Rule = rule,
            Template = rated[0].Template.ToTemplate(),
            Bands = Plan.Bands,
            Subjects = [.. rated.Select(e => Subject(e, rule))],
            Combined = Combining.Subjects(Parts(kind), rule.Combine, Plan.Bands),
            Overall = Overall(rule),
            Findings = [.. Findings.Where(f => ids.Contains(f.EvaluationId))],
            Objections = [.. Objections.Where(o => ids.Contains(o.Evaluation.Id))],
            AuditAnchor = AuditAnchor,
            CreatedAt = CreatedAt,
        };
    }

    private EvaluatedSubject Subject(Evaluation evaluation, EvaluationRule rule)
    {
        var name = Contract.SiteName(evaluation.Subject) ?? Project.Title;
        if (evaluation.IsImported)
        {
            var bare = new ScoreResult { Sum = evaluation.Total!.Value, Total = evaluation.Total.Value, Grade = evaluation.Grade, Vetoes = evaluation.Vetoes, Nodes = [], Bonuses = [], Working = [] };
            return new EvaluatedSubject(evaluation, name, bare, OpenedOn: null, evaluation.PublishedElsewhereOn);
        }

        var result = Scorer.Score(evaluation.Template.ToTemplate(), evaluation.Input(rule.Assessors));

        // What is printed is what was published; sheets that have changed since would be a defect of the data.
        if (result.Total != evaluation.Total || result.Grade != evaluation.Grade)
        {
            throw new InvalidOperationException($"Evaluation {evaluation.Id} was published with {evaluation.Total} {evaluation.Grade}; its sheets come to {result.Total} {result.Grade}.");
        }

        return new EvaluatedSubject(evaluation, name, result, DayOf(evaluation, EvaluationTrigger.Open), DayOf(evaluation, EvaluationTrigger.Publish));
    }

    private IReadOnlyList<ResultPart> Parts(string kind) => [.. Contract.Evaluations.Where(e => e.Kind == kind).Select(e => new ResultPart(e.Total!.Value, e.Vetoes))];

    // The figure over all evaluations stands in the last report, once it is fixed and takes more than one.
    private OverallResult? Overall(EvaluationRule rule)
    {
        EvaluationRule[] counted = [.. Plan.Evaluations.Where(e => e.Share.Fraction > 0)];
        return Contract.ResultTotal is null || rule != Plan.Evaluations[^1] || counted.Length < 2 ? null : new OverallResult(
            [.. counted.Select(e => new OverallPart(e.Kind, e.Share, Combining.Subjects(Parts(e.Kind), e.Combine, Plan.Bands).Total))],
            Combining.Evaluations([.. Plan.Evaluations.Select(e => new EvaluationResults(Parts(e.Kind), e.Combine, e.Share))], Plan.Bands));
    }

    private DateOnly? DayOf(Evaluation evaluation, EvaluationTrigger trigger) =>
        History.LastOrDefault(t => t.SubjectId == evaluation.Id && t.Trigger == trigger.ToString()) is { } step ? ChinaTime.DateOf(step.At) : null;
}
