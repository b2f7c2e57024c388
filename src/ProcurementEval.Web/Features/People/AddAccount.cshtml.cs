using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.People;

/// <summary>新建账号: an administrator adds an account of any role, which belongs to an organisation of the fitting kind.</summary>
[Requires(Permission.ManageAccounts)]
public sealed class AddAccountModel(UserManager<User> users) : AddPage(users)
{
    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Party { get; set; }

    [BindProperty]
    public string? ManagesParty { get; set; }

    public IReadOnlyList<Party> Parties { get; private set; } = [];

    protected override string At => "/accounts";

    public Task<IActionResult> OnPostAsync()
    {
        var role = Form.Choice<Role>(nameof(Role), Role);
        var party = Parties.FirstOrDefault(p => p.Code == Party);
        if (!string.IsNullOrEmpty(Party) && party is null)
        {
            Form.Fault(nameof(Party), "Form.Choose", string.Empty);
        }
        else if (ModelState.IsValid(nameof(Role)) && !Fits(role, party?.Kind))
        {
            Form.Fault(nameof(Party), "People.PartyDoesNotFit", string.Empty, SiteText.Name(role));
        }

        return AddAsync(role, party?.Id, managesParty: role == Security.Role.Agency && ManagesParty == "true");
    }

    protected override async Task<bool> LoadAsync()
    {
        Parties = await Db.Parties.AsNoTracking().OrderBy(p => p.Name).ToListAsync();
        return true;
    }

    // Panel members and assessors come from outside (专家); an account of the evaluation body itself leads its evaluations.
    private static bool Fits(Role role, PartyKind? kind) => (role, kind) switch
    {
        (Security.Role.Purchaser, PartyKind.Purchaser) or (Security.Role.FinanceReviewer, PartyKind.FinanceBureau) or (Security.Role.Agency, PartyKind.Agency) => true,
        (Security.Role.Evaluator, PartyKind.EvaluationBody or null) or (Security.Role.Auditor or Security.Role.Administrator, null) => true,
        _ => false,
    };
}
