using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>Evaluations that the reader's organisation leads: to be planned, opened, given facts, consolidated once every sheet is signed, published.</summary>
internal static class EvaluationWaits
{
    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask)
    {
        if (!ask.Is(Role.Evaluator) || ask.Party is null)
        {
            return [];
        }

        var led = ask.Scope.Contracts.Where(c => ask.Db.Projects.Any(p => p.Id == c.ProjectId && p.EvaluationBodyId == ask.Party));
        var unplanned = await (
            from c in led
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where (c.Stage == ContractStage.Delivering && !c.Evaluations.Any()) || (c.Stage == ContractStage.MidTermRated && !c.Evaluations.Any(e => e.Kind == c.FinalKind))
            orderby c.End, c.Number
            select new { c.Id, c.Number, p.Title }).Take(Question.Most).ToListAsync();
        var open = await (
            from c in led
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            from e in c.Evaluations
            where e.Stage == EvaluationStage.Planned || e.Stage == EvaluationStage.Open || e.Stage == EvaluationStage.Consolidated || (e.Stage == EvaluationStage.Published && e.ObjectionUpheld)
            orderby c.Number, e.Kind, e.Subject
            select new
            {
                e.Id,
                e.Kind,
                e.Subject,
                e.Stage,
                e.FactsRevision,
                ContractId = c.Id,
                c.Number,
                c.Sites,
                p.Title,
                Signed = e.Sheets.Count(s => s.SignedAt != null),
                Of = e.Assignments.Count(a => a.Answered == null || a.Answered == RecusalGround.None),
            }).Take(Question.Most).ToListAsync();
        return
        [
            .. unplanned.Select(r => Own(SiteText.Of("Task.PlanEvaluation"), $"{r.Number} {r.Title}", $"/contracts/{r.Id}/evaluations")),
            .. open.Select(r =>
            {
                var (key, href) = r switch
                {
                    { Stage: EvaluationStage.Planned } => ("Task.OpenEvaluation", $"/contracts/{r.ContractId}/evaluations"),
                    { Stage: EvaluationStage.Consolidated } => ("Task.PublishResult", $"/evaluations/{r.Id}/publish"),
                    { Stage: EvaluationStage.Published } => ("Task.Reopen", $"/evaluations/{r.Id}/reopen"),
                    { FactsRevision: 0 } => ("Task.Facts", $"/evaluations/{r.Id}/facts"),
                    _ when r.Signed == r.Of => ("Task.Consolidate", $"/evaluations/{r.Id}/consolidate"),
                    _ => ("Task.Sheets", $"/evaluations/{r.Id}"),
                };
                return Own(SiteText.Of(key, r.Signed, r.Of), Question.About(r.Number, r.Title, r.Kind, r.Subject, r.Sites), href);
            }),
        ];
    }

    private static Waiting Own(string what, string about, string href) => new(what, about, null, Role.Evaluator, null, href);
}
