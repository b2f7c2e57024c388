using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Findings;

/// <summary>整改回复: the agency says what it has put right.</summary>
[Requires(Permission.ReplyToFinding)]
public sealed class ReplyModel : FindingPage
{
    [BindProperty]
    public string? Words { get; set; }

    public Answer Answer => Asks(FindingTrigger.Reply);

    public Task<IActionResult> OnPostAsync()
    {
        var words = Form.Text(nameof(Words), Words);
        return DoAsync("Evaluation.FindingReplied", Back, (at, by) => Finding.Reply(words, at, by));
    }
}
