using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>Instalments: the agency claims, the purchaser confirms, finance approves and pays, all of it by the day on which payment is due.</summary>
internal static class MoneyWaits
{
    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask)
    {
        if (!ask.Reader.ListsMoney())
        {
            return [];
        }

        InstalmentStage[] own = [.. Enum.GetValues<InstalmentStage>().Where(s => TurnOf(s) == ask.Reader.Role)];
        InstalmentStage[] open = [.. Enum.GetValues<InstalmentStage>().Where(s => TurnOf(s) is not null)];
        var rows = await (
            from c in ask.Scope.Contracts
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            from i in c.Instalments
            where own.Contains(i.Stage) || (open.Contains(i.Stage) && i.DueOn < ask.Today)
            orderby i.DueOn == null, i.DueOn, c.Number, i.Ordinal
            select new { i.Id, i.Stage, i.Ordinal, i.DueOn, ContractId = c.Id, c.Number, c.AgencyId, p.Title, p.PurchaserId, p.FinanceId }).Take(Question.Most).ToListAsync();
        return rows.Select(r => TurnOf(r.Stage)!.Value is var turn && turn == ask.Reader.Role
            ? new Waiting(SiteText.Of($"Task.{r.Stage}", r.Ordinal), $"{r.Number} {r.Title}", r.DueOn, turn, null, $"/instalments/{r.Id}/{VerbOf(r.Stage)}")
            : new Waiting(SiteText.Of($"Task.{r.Stage}", r.Ordinal), $"{r.Number} {r.Title}", r.DueOn, turn, turn == Role.Agency ? r.AgencyId : turn == Role.Purchaser ? r.PurchaserId : r.FinanceId, $"/contracts/{r.ContractId}#money"));
    }

    private static Role? TurnOf(InstalmentStage stage) => stage switch
    {
        InstalmentStage.Due or InstalmentStage.Returned => Role.Agency,
        InstalmentStage.Claimed => Role.Purchaser,
        InstalmentStage.Confirmed or InstalmentStage.Approved => Role.FinanceReviewer,
        _ => null,
    };

    private static string VerbOf(InstalmentStage stage) => stage switch
    {
        InstalmentStage.Claimed => "confirm",
        InstalmentStage.Confirmed => "approve",
        InstalmentStage.Approved => "pay",
        _ => "claim",
    };
}
