using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>A step of one instalment (分期款), loaded with its contract.</summary>
public abstract class InstalmentPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Instalment Instalment { get; private set; } = null!;

    public Contract Contract => Instalment.Contract;

    public Plan Plan => Contract.Plan.ToPlan();

    public override object? Root => Instalment;

    /// <summary>What keeps the instalment from being due; null once it is.</summary>
    public Answer? Release => Instalment.Stage == InstalmentStage.Planned ? Asks(InstalmentTrigger.Release) : null;

    /// <summary>Why it was returned; null where it never was.</summary>
    public string? ReturnedBecause { get; private set; }

    protected string Back => $"/contracts/{Contract.Id}#money";

    protected Answer Asks(InstalmentTrigger trigger) => Instalment.Process.CanFire(Instalment, trigger, Now);

    protected override async Task<bool> LoadAsync()
    {
        var contract = await Scope.Contracts.Whole().SingleOrDefaultAsync(c => c.Instalments.Any(i => i.Id == Id));
        if (contract is null)
        {
            return false;
        }

        Instalment = contract.Instalments.Single(i => i.Id == Id);
        ReturnedBecause = Instalment.Stage != InstalmentStage.Returned ? null
            : (await Db.Transitions.AsNoTracking().Where(t => t.SubjectId == Id && t.Trigger == nameof(InstalmentTrigger.Return)).ToListAsync()).MaxBy(t => t.At)?.Why;
        return true;
    }
}
