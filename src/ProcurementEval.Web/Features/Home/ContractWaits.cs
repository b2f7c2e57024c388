using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>A contract's own steps: signed, final result published, accepted, settled, closed or renewed by its purchaser; service reported by its agency each month.</summary>
internal static class ContractWaits
{
    public static Task<IEnumerable<Waiting>> OfAsync(Question ask) => ask.Reader.Role switch
    {
        Role.Purchaser => OfPurchaserAsync(ask),
        Role.Agency => OfAgencyAsync(ask),
        _ => Task.FromResult<IEnumerable<Waiting>>([]),
    };

    private static async Task<IEnumerable<Waiting>> OfPurchaserAsync(Question ask)
    {
        var rows = await (
            from c in ask.Scope.Contracts
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where c.Stage == ContractStage.Draft || c.Stage == ContractStage.ResultFixed || c.Stage == ContractStage.Settled
                || (c.Stage == ContractStage.Accepted && c.Instalments.All(i => i.Stage == InstalmentStage.Paid || i.Stage == InstalmentStage.Waived))
                || ((c.Stage == ContractStage.MidTermRated || (c.Stage == ContractStage.Delivering && !c.HasMidTerm))
                    && c.Evaluations.Any(e => e.Kind == c.FinalKind)
                    && c.Evaluations.Where(e => e.Kind == c.FinalKind).All(e => e.Stage == EvaluationStage.Published || e.Stage == EvaluationStage.Fixed))
            orderby c.End, c.Number
            select new { c.Id, c.Number, c.Stage, c.TenderId, p.Title }).Take(Question.Most).ToListAsync();
        return rows.Select(r =>
        {
            var (key, href) = r.Stage switch
            {
                ContractStage.Draft => ("Task.Sign", $"/tenders/{r.TenderId}/contract"),
                ContractStage.ResultFixed => ("Task.Accept", $"/contracts/{r.Id}/acceptance"),
                ContractStage.Accepted => ("Task.Settle", $"/contracts/{r.Id}/end"),
                ContractStage.Settled => ("Task.Close", $"/contracts/{r.Id}/end"),
                _ => ("Task.PublishFinal", $"/contracts/{r.Id}/publish-final"),
            };
            return new Waiting(SiteText.Of(key), $"{r.Number} {r.Title}", null, Role.Purchaser, null, href);
        });
    }

    private static async Task<IEnumerable<Waiting>> OfAgencyAsync(Question ask)
    {
        var month = new DateOnly(ask.Today.Year, ask.Today.Month, 1);
        var rows = await (
            from c in ask.Scope.Contracts
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where (c.Stage == ContractStage.Delivering || c.Stage == ContractStage.MidTermRated) && c.Start <= ask.Today && c.End >= ask.Today
                && !ask.Db.ServiceRecords.Any(r => r.ContractId == c.Id && r.Service.Date >= month)
            orderby c.Number
            select new { c.Id, c.Number, c.End, c.Targets, p.Title }).Take(Question.Most).ToListAsync();
        var last = month.AddMonths(1).AddDays(-1);
        return rows.Where(r => r.Targets.Count > 0).Select(r => new Waiting(SiteText.Of("Task.Service"), $"{r.Number} {r.Title}", r.End < last ? r.End : last, Role.Agency, null, $"/contracts/{r.Id}/service"));
    }
}
