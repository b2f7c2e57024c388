using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>An assessor's own assignments: first the answer on recusal, then the sheets that he has not signed.</summary>
internal static class AssessorWaits
{
    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask)
    {
        if (!ask.Is(Role.Evaluator))
        {
            return [];
        }

        var account = ask.Reader.Account;
        var evaluations = await (
            from e in ask.Scope.Evaluations
            join c in ask.Db.Contracts on e.ContractId equals c.Id
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where e.Stage == EvaluationStage.Open && e.Assignments.Any(a => a.Assessor == account && a.Answered == null)
            orderby c.Number, e.Kind, e.Subject
            select new { e.Id, e.Kind, e.Subject, c.Number, c.Sites, p.Title }).Take(Question.Most).ToListAsync();
        var tenders = await (
            from t in ask.Scope.Tenders
            join p in ask.Db.Projects on t.ProjectId equals p.Id
            where t.Stage == TenderStage.Opened && t.Panel.Any(a => a.Assessor == account && a.Answered == null)
                && t.Bids.Count(b => b.WithdrawnAt == null && b.Content != null && b.InvalidReason == null) >= t.Limits.MinimumBids
            orderby t.Number
            select new { t.Id, t.Number, p.Title }).Take(Question.Most).ToListAsync();
        return
        [
            .. evaluations.Select(r => Own(SiteText.Of("Task.Recusal"), Question.About(r.Number, r.Title, r.Kind, r.Subject, r.Sites), $"/evaluations/{r.Id}/recusal")),
            .. tenders.Select(r => Own(SiteText.Of("Task.Recusal"), $"{r.Number} {r.Title}", $"/tenders/{r.Id}/recusal")),
            .. await SheetsAsync(ask),
        ];
    }

    // The items are counted here: MariaDB cannot count distinct ones of a correlated table.
    private static async Task<IEnumerable<Waiting>> SheetsAsync(Question ask)
    {
        var ofEvaluations = await (
            from s in ask.Scope.OwnSheets
            join e in ask.Db.Evaluations on s.EvaluationId equals e.Id
            join c in ask.Db.Contracts on e.ContractId equals c.Id
            join p in ask.Db.Projects on c.ProjectId equals p.Id
            where s.SignedAt == null && e.Stage == EvaluationStage.Open
            orderby c.Number, e.Kind, e.Subject
            select new { s.Id, c.Number, p.Title, c.Sites, e.Kind, e.Subject, Items = s.Scores.Select(x => x.Item).ToList() }).Take(Question.Most).ToListAsync();
        var ofBids = await (
            from s in ask.Scope.OwnSheets
            join b in ask.Db.Bids on s.BidId equals b.Id
            join t in ask.Db.Tenders on b.TenderId equals t.Id
            where s.SignedAt == null && t.Stage == TenderStage.Opened
            orderby t.Number, s.Id
            select new { s.Id, t.Number, b.Content, Items = s.Scores.Select(x => x.Item).ToList() }).Take(Question.Most).ToListAsync();
        string[] suppliers = [.. ofBids.Select(r => r.Content!.Supplier).Distinct()];
        var names = await ask.Db.Parties.Where(p => suppliers.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name);
        return
        [
            .. ofEvaluations.Select(r => Own(SiteText.Of("Task.Sheet", r.Items.Distinct().Count()), Question.About(r.Number, r.Title, r.Kind, r.Subject, r.Sites), $"/sheets/{r.Id}")),
            .. ofBids.Select(r => Own(SiteText.Of("Task.Sheet", r.Items.Distinct().Count()), $"{r.Number} · {names[r.Content!.Supplier]}", $"/sheets/{r.Id}")),
        ];
    }

    private static Waiting Own(string what, string about, string href) => new(what, about, null, Role.Evaluator, null, href);
}
