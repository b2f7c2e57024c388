using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>增补评估人员: the leader names further assessors while sheets are filled, for one who had to recuse himself.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class AssessorsModel : LeaderPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AssessorLines Lines { get; set; } = new();

    /// <summary>Accounts that may rate and do not yet.</summary>
    public IReadOnlyList<User> People { get; private set; } = [];

    public AssessorChoice Choice => new(Lines, 1, People, Template.Raters, "assessor");

    public Task<IActionResult> OnPostAsync()
    {
        var named = Lines.Named(Form, "Evaluation.AssessorsWrong", People, Template.Raters);
        return DoAsync("Evaluation.AssessorsNamed", Here, (_, _) =>
        {
            foreach (var (account, rater, isExpert) in named)
            {
                Evaluation.Assign(account, rater, isExpert);
            }
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        string[] taken = [.. Evaluation.Assignments.Select(a => a.Assessor)];
        People = await Db.Evaluators().Where(u => !taken.Contains(u.UserName!)).ToListAsync();
        return true;
    }
}
