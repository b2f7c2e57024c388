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
    /// <summary>Members that one form may name.</summary>
    public const int Most = 9;

    /// <summary>Accounts; empty lines name nobody.</summary>
    [BindProperty]
    public IList<string?> Accounts { get; set; } = [];

    [BindProperty]
    public IList<string?> Raters { get; set; } = [];

    /// <summary>Lines whose member is an outside expert.</summary>
    [BindProperty]
    public IList<string?> Experts { get; set; } = [];

    /// <summary>Accounts that may be named: evaluators, but nobody of a contracted agency.</summary>
    public IReadOnlyList<User> People { get; private set; } = [];

    public bool CanAssign => Tender.Stage <= TenderStage.Opened;

    public string NameOf(Assignment member) => People.FirstOrDefault(p => p.UserName == member?.Assessor)?.Name ?? member?.Assessor ?? string.Empty;

    public Task<IActionResult> OnPostAsync()
    {
        var raters = Template.Raters.Select(r => r.Code).ToArray();
        var chosen = Accounts.Select((account, i) => (Account: account, Rater: Raters.ElementAtOrDefault(i), Expert: Experts.Contains(i.ToString(CultureInfo.InvariantCulture)))).Where(m => !string.IsNullOrEmpty(m.Account)).ToArray();
        if (chosen.Length == 0 || chosen.Any(m => People.All(p => p.UserName != m.Account) || !raters.Contains(m.Rater)) || chosen.DistinctBy(m => m.Account).Count() < chosen.Length)
        {
            Form.Fault(nameof(Accounts), "Tender.PanelWrong", string.Empty);
        }

        return DoAsync("Tender.PanelAssigned", Here, (_, _) => Array.ForEach(chosen, m => Tender.AssignPanel(m.Account!, m.Rater!, m.Expert)));
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        People = await Db.Users.AsNoTracking()
            .Where(u => u.Role == Role.Evaluator && !u.Disabled && !Db.Parties.Any(p => p.Id == u.PartyId && p.Kind == PartyKind.Agency))
            .OrderBy(u => u.UserName).ToListAsync();
        return true;
    }
}
