using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>重新评估: after an upheld objection the round is open again; the old result is void, what was entered stays.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class ReopenModel : LeaderPage
{
    [BindProperty]
    public string? Why { get; set; }

    public Answer Answer => Asks(EvaluationTrigger.Reopen);

    public Task<IActionResult> OnPostAsync()
    {
        var why = Form.Text(nameof(Why), Why);
        return DoAsync("Evaluation.ReopenedDone", Here, (at, by) => Evaluation.Reopen(at, by, why));
    }
}
