using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Findings;

/// <summary>整改核验: the evaluation body verifies a reply, or sends it back with a reason.</summary>
[Requires(Permission.VerifyFinding)]
public sealed class VerifyModel : FindingPage
{
    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Answer Answer => Asks(FindingTrigger.Verify);

    public Task<IActionResult> OnPostAsync()
    {
        var rejects = Decision == "reject";
        var why = rejects ? Form.Text(nameof(Why), Why) : string.Empty;
        if (!rejects && Decision != "verify")
        {
            Form.Fault(nameof(Decision), "Form.Choose", string.Empty);
        }

        return DoAsync(rejects ? "Evaluation.FindingRejected" : "Evaluation.FindingVerified", Back, (at, by) =>
        {
            if (rejects)
            {
                Finding.Reject(why, at, by);
            }
            else
            {
                Finding.Verify(at, by);
            }
        });
    }

    protected override async Task<bool> LoadAsync() => await base.LoadAsync() && Scope.Leads(Project);
}
