using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>The purchaser takes note that the final evaluation is published: the contract waits for the objection period to end.</summary>
[Requires(Permission.PublishFinal)]
public sealed class PublishFinalModel : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public Answer Answer => Contract.Process.CanFire(Contract, ContractTrigger.PublishFinal, Now);

    public override object? Root => Contract;

    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.FinalPublishedDone", $"/contracts/{Id}", Contract.PublishFinal);

    protected override async Task<bool> LoadAsync()
    {
        Contract = (await Scope.Contracts.Whole().SingleOrDefaultAsync(c => c.Id == Id))!;
        return Contract is not null;
    }
}
