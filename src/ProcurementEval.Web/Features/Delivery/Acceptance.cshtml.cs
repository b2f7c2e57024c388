using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>履约验收: the purchaser invites service users, confirms in writing, publishes the result and thereby accepts the service.</summary>
[Requires(Permission.AcceptService)]
public sealed class AcceptanceModel : DeliveryPage
{
    private const int MostUsers = 100_000;

    [BindProperty]
    public string? Users { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    public override object? Root => Contract;

    public Acceptance? Acceptance => Contract.Acceptance;

    /// <summary>Whether users may be invited: the acceptance need not exist yet.</summary>
    public Answer Invites => Contract.CanPrepareAcceptance();

    /// <summary>What was reported against each target, up to today.</summary>
    public IReadOnlyList<Achievement> Achievements { get; private set; } = [];

    public Task<IActionResult> OnPostInviteAsync()
    {
        var users = Form.Whole(nameof(Users), Users, 0, MostUsers);
        return DoAsync("Delivery.UsersInvitedDone", Here, (at, by) =>
        {
            Contract.PrepareAcceptance(Guid.CreateVersion7());
            Db.Add(Contract.Acceptance!);
            Contract.Acceptance!.InviteUsers(users, at, by);
        });
    }

    public Task<IActionResult> OnPostConfirmAsync()
    {
        var statement = Form.Text(nameof(Statement), Statement);
        return DoAsync("Delivery.AcceptanceConfirmed", Here, (at, by) => Prepared.Confirm(statement, at, by));
    }

    public Task<IActionResult> OnPostPublishAsync() => DoAsync("Delivery.Accepted", Back, (at, by) =>
    {
        Prepared.Publish(at, by);
        Contract.Accept(at, by);
    });

    public Answer On(AcceptanceTrigger trigger) => Acceptance.Process.CanFire(Prepared, trigger, Now);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var services = await Scope.ServiceRecords.AsNoTracking().Where(r => r.ContractId == Id).Select(r => r.Service).ToListAsync();
        Achievements = Domain.Delivery.Achievements.OfSites(Contract.Targets, services, Contract.Sites, Contract.Start, Contract.End, Today);
        return true;
    }

    private string Here => $"{Back}/acceptance";

    private Acceptance Prepared => Contract.Acceptance ?? throw new RefusedException([new Unmet("AcceptanceMissing")]);
}
