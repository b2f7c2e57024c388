using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>提出异议: the agency objects to a published result within its days; the purchaser must answer by a date.</summary>
[Requires(Permission.FileObjection)]
public sealed class ObjectModel(Catalogue catalogue) : EvaluationPage
{
    private (DateOnly? Day, IReadOnlyList<Unmet> Missing)? term;

    [BindProperty]
    public string? Reason { get; set; }

    public override string? Creates => $"objection:{Id}";

    /// <summary>By when it will be answered if it is filed today; null where the calendar ends before that.</summary>
    public DateOnly? AnswerBy => Term.Day;

    /// <summary>What of the calendar is missing.</summary>
    public IReadOnlyList<Unmet> Missing => Term.Missing;

    public bool IsOpen => Evaluation.Stage == EvaluationStage.Published && Today <= Evaluation.ObjectionsUntil;

    private (DateOnly? Day, IReadOnlyList<Unmet> Missing) Term => term ??= LastDay(Plan.Objection.Answer, catalogue.Calendar(Plan.Calendar).Value);

    // Objecting adds a row and a count; two who object at once are told apart by the evaluation's version in the save.
    public override object? Root => null;

    protected override bool IsMine => Evaluation.Stage >= EvaluationStage.Published;

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Form.Text(nameof(Reason), Reason);
        return CreateAsync<Objection>("Evaluation.ObjectionFiledDone", _ => Here, (id, at, _) =>
        {
            Db.Add(Objection.File(id, Evaluation, reason, AnswerBy ?? throw new RefusedException(Missing), at));
            return Task.CompletedTask;
        });
    }
}
