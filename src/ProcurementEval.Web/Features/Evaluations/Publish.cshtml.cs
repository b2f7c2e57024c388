using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>公示: the result becomes known to the agency, the purchaser and finance, and the days for objections begin.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class PublishModel(Catalogue catalogue) : LeaderPage
{
    private (DateOnly? Day, IReadOnlyList<Unmet> Missing)? window;

    public Answer Answer => Asks(EvaluationTrigger.Publish) is { InStage: true } answer ? Answer.InThisStage([.. answer.Unmet, .. Window.Missing]) : Answer.NotInThisStage;

    /// <summary>Last day for objections if it is published today; null where the calendar ends before it.</summary>
    public DateOnly? Until => Window.Day;

    private (DateOnly? Day, IReadOnlyList<Unmet> Missing) Window => window ??= LastDay(Plan.Objection.Window, catalogue.Calendar(Plan.Calendar).Value);

    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.PublishedDone", Here, (at, by) => Evaluation.Publish(Until ?? throw new RefusedException(Window.Missing), at, by));
}
