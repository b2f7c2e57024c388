using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Objections;

/// <summary>复核答复: the purchaser upholds or dismisses an objection, with his reasons; an upheld one lets the evaluation be opened again.</summary>
[Requires(Permission.AnswerObjection)]
public sealed class AnswerModel : ObjectionPage
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var words = Form.Text(nameof(Words), Words);
        if (Decision is not ("uphold" or "dismiss"))
        {
            Form.Fault(nameof(Decision), "Form.Choose", string.Empty);
        }

        return DoAsync("Evaluation.ObjectionAnsweredDone", Back, (at, by) =>
        {
            if (Decision == "uphold")
            {
                Objection.Uphold(words, at, by);
            }
            else
            {
                Objection.Dismiss(words, at, by);
            }
        });
    }
}
