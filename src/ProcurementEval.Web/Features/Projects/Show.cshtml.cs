using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Projects;

/// <summary>One project: what is bought by whom and on which plan, its tenders and contracts, and what happened.</summary>
[Requires(Permission.ReadTenders)]
public sealed class ShowModel : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Project Project { get; private set; } = null!;

    public Plan Plan => Project.Plan.ToPlan();

    /// <summary>Purchaser, finance bureau and evaluation body by their id.</summary>
    public IReadOnlyDictionary<Guid, Party> Parties { get; private set; } = new Dictionary<Guid, Party>();

    public IReadOnlyList<Domain.Tenders.Tender> Tenders { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Number, Domain.Contracts.ContractStage Stage)> Contracts { get; private set; } = [];

    /// <summary>Who did what; shown to those who run, pay for or audit the project.</summary>
    public IReadOnlyList<Transition> History { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { } project)
        {
            return false;
        }

        Project = project;
        Guid[] parties = [project.PurchaserId, project.FinanceId, project.EvaluationBodyId];
        Parties = await Db.Parties.AsNoTracking().Where(p => parties.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        Tenders = await Scope.Tenders.AsNoTracking().Where(t => t.ProjectId == Id).OrderBy(t => t.Number).ToListAsync();
        var contracts = await Scope.Contracts.AsNoTracking().Where(c => c.ProjectId == Id).OrderBy(c => c.Number).Select(c => new { c.Id, c.Number, c.Stage }).ToListAsync();
        Contracts = [.. contracts.Select(c => (c.Id, c.Number, c.Stage))];
        if (Reader.Role is Role.Purchaser or Role.FinanceReviewer or Role.Auditor)
        {
            History = await Db.HistoryOfProject(Id).ToListAsync();
            var accounts = History.Select(h => h.By).Distinct().ToArray();
            Names = await Db.Users.AsNoTracking().Where(u => accounts.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
        }

        return true;
    }
}
