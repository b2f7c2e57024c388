using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Findings;

/// <summary>A page about one finding (整改事项).</summary>
public abstract class FindingPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Finding Finding { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public override object? Root => Finding;

    protected string Back => $"/evaluations/{Finding.EvaluationId}";

    public Answer Asks(FindingTrigger trigger) => Finding.Process.CanFire(Finding, trigger, Now);

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Findings.SingleOrDefaultAsync(f => f.Id == Id) is not { } finding)
        {
            return false;
        }

        Finding = finding;
        Contract = await Db.Contracts.AsNoTracking().SingleAsync(c => c.Id == finding.ContractId);
        Project = await Db.Projects.AsNoTracking().SingleAsync(p => p.Id == Contract.ProjectId);
        return true;
    }
}
