using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>评标委员会: the purchaser names who sits, as which class of raters, and who is an outside expert. Members learn of it at once, bidders at the award.</summary>
[Requires(Permission.AssignPanel)]
public sealed class PanelModel : TenderPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AssessorLines Lines { get; set; } = new();

    /// <summary>Accounts that may be named: evaluators, but nobody of a contracted agency.</summary>
    public IReadOnlyList<User> People { get; private set; } = [];

    /// <summary>So many lines as the panel still lacks members.</summary>
    public AssessorChoice Choice => new(Lines, Tender.Limits.PanelMembers - Tender.Panel.Count, [.. People.Where(p => Tender.Panel.All(m => m.Assessor != p.UserName))], Template.Raters, "member");

    public bool CanAssign => Tender.Stage <= TenderStage.Opened;

    public string NameOf(Assignment member) => People.FirstOrDefault(p => p.UserName == member?.Assessor)?.Name ?? member?.Assessor ?? string.Empty;

    public Task<IActionResult> OnPostAsync()
    {
        var named = Lines.Named(Form, "Tender.PanelWrong", People, Template.Raters);
        return DoAsync("Tender.PanelAssigned", Here, (_, _) =>
        {
            foreach (var (account, rater, isExpert) in named)
            {
                Tender.AssignPanel(account, rater, isExpert);
            }
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        People = await Db.Evaluators().Where(u => !Db.Parties.Any(p => p.Id == u.PartyId && p.Kind == PartyKind.Agency)).ToListAsync();
        return true;
    }
}
