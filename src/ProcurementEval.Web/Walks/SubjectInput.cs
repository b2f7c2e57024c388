using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>What one subject is scored on: the case's facts, with those that the service records give measured on the day of opening, and every assessor's judgements.</summary>
internal sealed class SubjectInput
{
    private readonly Template template;
    private readonly CaseSubject subject;

    /// <exception cref="ScoreInputException">A fact or score does not fit the template.</exception>
    public SubjectInput(WalkCase walked, CaseEvaluation rated, CaseSubject subject, EvaluationRule rule, CaseRecords records)
    {
        (template, this.subject) = (walked.TemplateOf(rule.Template), subject);
        var faults = new List<Fault>();
        var facts = new Dictionary<string, Fact>(new FactReader(template).Facts(CaseScores.Over(rated.Facts, subject.Facts), "facts", faults));
        Assessors = new CaseScores(template).Assessors(CaseScores.Over(rated.Scores, subject.Scores), rated.Assessors, "scores", faults);
        ScoreInputException.ThrowIfAny(faults);
        var site = rule.Subjects == SubjectKind.Site ? subject.Code : null;
        foreach (var (item, measure) in rated.FromRecords)
        {
            facts[item] = WithFigure(facts[item], records.Measured(measure, site, rated.Opened) ?? 0m);
        }

        Facts = facts;
    }

    public IReadOnlyDictionary<string, Fact> Facts { get; }

    public IReadOnlyList<Assessor> Assessors { get; }

    /// <summary>The facts as they were entered before anybody disputed them.</summary>
    public IReadOnlyDictionary<string, Fact> FirstFacts()
    {
        var facts = new Dictionary<string, Fact>(Facts);
        foreach (var dispute in subject.Disputes)
        {
            facts[dispute.Item] = WithFigure(facts[dispute.Item], dispute.FirstEntered);
        }

        return facts;
    }

    /// <summary>Codes of the vetoes all of whose conditions are true.</summary>
    public IReadOnlyList<string> Vetoes() =>
        [.. template.Vetoes.Where(v => subject.Vetoes[v.Code] is JsonObject said && v.Conditions.All(c => said[c.Code]?.GetValueKind() == JsonValueKind.True)).Select(v => v.Code)];

    private static Fact WithFigure(Fact fact, decimal figure) => fact switch
    {
        RatioFact ratio => ratio with { Actual = figure },
        DeductFact deduct => deduct with { Count = figure },
        _ => new NumberFact(figure),
    };
}
