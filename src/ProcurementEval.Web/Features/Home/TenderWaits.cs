using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>Tenders: the purchaser's next step, and those that an agency may bid on. How many have bid is asked by nobody before the opening.</summary>
internal static class TenderWaits
{
    public static async Task<IEnumerable<Waiting>> OfAsync(Question ask)
    {
        if (!ask.Is(Role.Purchaser) && !ask.Is(Role.Agency))
        {
            return [];
        }

        var now = ask.Now;
        var tenders = ask.Is(Role.Agency)
            ? ask.Scope.Tenders.Where(t => t.Stage == TenderStage.Published && t.Deadline > now)
            : ask.Scope.Tenders.Where(t => t.Stage != TenderStage.Concluded && t.Stage != TenderStage.Failed && (t.Stage != TenderStage.Published || t.Deadline <= now));
        var rows = await (
            from t in tenders
            join p in ask.Db.Projects on t.ProjectId equals p.Id
            orderby t.Deadline == null, t.Deadline, t.Number
            select new { t.Id, t.Number, t.Stage, t.Deadline, p.Title, TooFew = t.Stage == TenderStage.Opened && t.Bids.Count(b => b.WithdrawnAt == null && b.Content != null && b.InvalidReason == null) < t.Limits.MinimumBids }).Take(Question.Most).ToListAsync();
        return rows.Select(r => new Waiting(
            SiteText.Of(ask.Is(Role.Agency) ? "Task.Bid" : r.TooFew ? "Task.Tender.TooFew" : $"Task.Tender.{r.Stage}"),
            $"{r.Number} {r.Title}",
            r.Stage == TenderStage.Published ? ChinaTime.DateOf(r.Deadline!.Value) : null,
            ask.Reader.Role,
            null,
            $"/tenders/{r.Id}/{(ask.Is(Role.Agency) ? "bid" : r.TooFew ? "fail" : VerbOf(r.Stage))}"));
    }

    private static string VerbOf(TenderStage stage) => stage switch
    {
        TenderStage.Draft => "publish",
        TenderStage.Published => "open",
        TenderStage.Opened => "rank",
        TenderStage.Ranked => "award",
        _ => "contract",
    };
}
