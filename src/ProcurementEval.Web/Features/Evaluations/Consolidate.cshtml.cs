using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>汇总: when every sheet is signed, the evaluation body draws the result from them.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class ConsolidateModel : LeaderPage
{
    public Answer Answer => Asks(EvaluationTrigger.Consolidate);

    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.ConsolidatedDone", Here, (at, by) => Evaluation.Consolidate(Template, Rule.Assessors, at, by));
}
