using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>What follows a published result: objections to be filed in time and answered, findings to be replied to and verified.</summary>
internal static class AfterwardsWaits
{
    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask) => ask.Is(Role.Administrator) ? []
        : [.. await FindingsAsync(ask), .. await ObjectionsAsync(ask), .. ask.Is(Role.Agency) ? await WindowsAsync(ask) : []];

    private static async Task<IEnumerable<Waiting>> FindingsAsync(Question ask)
    {
        var (leader, agency) = (ask.Is(Role.Evaluator), ask.Is(Role.Agency));
        var rows = await (
            from f in ask.Scope.Findings
            join e in ask.Db.Evaluations on f.EvaluationId equals e.Id
            join c in ask.Db.Contracts on f.ContractId equals c.Id
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where (e.Stage == EvaluationStage.Published || e.Stage == EvaluationStage.Fixed)
                && (!leader || p.EvaluationBodyId == ask.Party)
                && ((f.Stage == FindingStage.Issued && (agency || f.DueOn < ask.Today)) || (leader && f.Stage == FindingStage.Replied))
            orderby f.DueOn, f.Id
            select new { f.Id, f.Stage, f.DueOn, f.Indicator, f.ContractId, c.Number, c.AgencyId, p.Title }).Take(Question.Most).ToListAsync();
        return rows.Select(r => r.Stage == FindingStage.Replied
            ? new Waiting(SiteText.Of("Task.Verify", r.Indicator), $"{r.Number} {r.Title}", null, Role.Evaluator, null, $"/findings/{r.Id}/verify")
            : new Waiting(SiteText.Of("Task.Reply", r.Indicator), $"{r.Number} {r.Title}", r.DueOn, Role.Agency, r.AgencyId, agency ? $"/findings/{r.Id}/reply" : $"/contracts/{r.ContractId}#evaluations"));
    }

    private static async Task<IEnumerable<Waiting>> ObjectionsAsync(Question ask)
    {
        var (leader, purchaser) = (ask.Is(Role.Evaluator), ask.Is(Role.Purchaser));
        var rows = await (
            from o in ask.Scope.Objections
            join c in ask.Db.Contracts on o.ContractId equals c.Id
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where o.Stage == ObjectionStage.Filed && (purchaser || o.AnswerBy < ask.Today) && (!leader || p.EvaluationBodyId == ask.Party)
            orderby o.AnswerBy, o.Id
            select new { o.Id, o.AnswerBy, o.ContractId, c.Number, p.Title, p.PurchaserId }).Take(Question.Most).ToListAsync();
        return rows.Select(r => new Waiting(SiteText.Of("Task.Answer"), $"{r.Number} {r.Title}", r.AnswerBy, Role.Purchaser, r.PurchaserId, purchaser ? $"/objections/{r.Id}/answer" : $"/contracts/{r.ContractId}#evaluations"));
    }

    private static async Task<IEnumerable<Waiting>> WindowsAsync(Question ask)
    {
        var rows = await (
            from c in ask.Scope.Contracts
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            from e in c.Evaluations
            where e.Stage == EvaluationStage.Published && e.ObjectionsUntil >= ask.Today
            orderby e.ObjectionsUntil, c.Number
            select new { e.Id, e.Kind, e.Subject, e.ObjectionsUntil, c.Number, c.Sites, p.Title }).Take(Question.Most).ToListAsync();
        return rows.Select(r => new Waiting(SiteText.Of("Task.Object"), Question.About(r.Number, r.Title, r.Kind, r.Subject, r.Sites), r.ObjectionsUntil, Role.Agency, null, $"/evaluations/{r.Id}/objection"));
    }
}
