using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>提出整改事项: what the evaluation found, the indicator it comes from, and by when the agency must put it right.</summary>
[Requires(Permission.RaiseFinding)]
public sealed class FindingsModel : LeaderPage
{
    [BindProperty]
    public string? Indicator { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? DueOn { get; set; }

    public override string? Creates => $"finding:{Id}";

    public override object? Root => null;

    public IEnumerable<Indicator> Indicators => Template.Leaves();

    public bool MayRaise => Evaluation.Stage >= EvaluationStage.Published;

    public Task<IActionResult> OnPostAsync()
    {
        var indicator = Indicators.Any(i => i.Code == Indicator) ? Indicator! : Form.Fault(nameof(Indicator), "Form.Choose", string.Empty);
        var text = Form.Text(nameof(Text), Text);
        var due = Form.Date(nameof(DueOn), DueOn);
        if (ModelState.IsValid(nameof(DueOn)) && due < Today)
        {
            Form.Fault(nameof(DueOn), "Form.DatePast", due, Show.Date(due));
        }

        return CreateAsync<Finding>("Evaluation.FindingRaised", _ => Here, (id, _, _) =>
        {
            RefusedException.ThrowIf(!MayRaise, "NotInThisStage", Evaluation.Process.Name, "RaiseFinding", Evaluation.Stage.ToString());
            Db.Add(new Finding(id, Contract.Id, Evaluation.Id, indicator, text, due));
            return Task.CompletedTask;
        });
    }
}
