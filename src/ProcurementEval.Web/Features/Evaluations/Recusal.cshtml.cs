using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>回避声明: before he sees any document, an assessor says whether one of the five grounds applies to him; one who may sit gets his sheet.</summary>
[Requires(Permission.AnswerRecusal)]
public sealed class RecusalModel : EvaluationPage
{
    [BindProperty]
    public string? Ground { get; set; }

    public Assignment Assignment => Evaluation.Assignments.Single(a => a.Assessor == Reader.Account);

    // His own answer only: two assessors who answer at once do not meet at the evaluation's version.
    public override object? Root => null;

    public override string? Creates => $"sheet:{Id}";

    protected override bool IsMine => Evaluation.Assignments.Any(a => a.Assessor == Reader.Account);

    public async Task<IActionResult> OnPostAsync()
    {
        var ground = Form.Choice<RecusalGround>(nameof(Ground), Ground);
        return await CreateAsync<Sheet>("Evaluation.RecusalAnswered", id => ground == RecusalGround.None ? $"/sheets/{id}" : "/", (id, at, _) =>
        {
            Evaluation.AnswerRecusal(Reader.Account, ground, id, at);
            Db.AddRange(Evaluation.Sheets.Where(s => s.Id == id));
            return Task.CompletedTask;
        });
    }
}
