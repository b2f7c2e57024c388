using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>A step of a contract after its signature.</summary>
public abstract class DeliveryPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public Plan Plan => Contract.Plan.ToPlan();

    protected string Back => $"/contracts/{Id}";

    protected Answer Asks(ContractTrigger trigger) => Contract.Process.CanFire(Contract, trigger, Now);

    protected override async Task<bool> LoadAsync()
    {
        Contract = (await Scope.Contracts.Whole().SingleOrDefaultAsync(c => c.Id == Id))!;
        return Contract is not null;
    }
}
