using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Reports;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A site on which a shipped case was walked up to the evening of a day, with an account for each of its parties and assessors, and others who have no part in it.</summary>
internal static class WalkedSite
{
    public const string StrangePurchaser = "other-purchaser";

    /// <param name="id">The case.</param>
    /// <param name="until">The last day that was walked; null for the whole life.</param>
    /// <param name="today">The site's day; its clock stands at noon.</param>
    /// <param name="walkedSo">Looks at the walk before it is forgotten.</param>
    public static async Task<(TestSite Site, Guid Contract)> StartAsync(string id, DateOnly? until, DateOnly today, Action<Walk>? walkedSo = null)
    {
        var walked = WalkCase.Read(Path.Combine(ReportCase.Root, "evaluation-templates", "cases", $"{id}.yaml"));
        var site = await TestSite.StartAsync(ChinaTime.At(today, new TimeOnly(12, 0)));
        var contract = await site.InDatabaseAsync(async db =>
        {
            var walk = new Walk(walked, db);
            await walk.RunAsync((_, _) => { }, until);
            walkedSo?.Invoke(walk);
            db.ChangeTracker.Clear();
            db.Add(new Domain.Parties.Party(Guid.CreateVersion7(), StrangePurchaser, "别的采购人（自拟）", Domain.Parties.PartyKind.Purchaser));
            await db.SaveChangesAsync();
            return await db.Contracts.Select(c => c.Id).SingleOrDefaultAsync();
        });
        var project = walked.File.Project;
        await site.AddAccountAsync(project.Purchaser.Code, Role.Purchaser, project.Purchaser.Code);
        await site.AddAccountAsync(project.Finance.Code, Role.FinanceReviewer, project.Finance.Code);
        await site.AddAccountAsync(project.EvaluationBody.Code, Role.Evaluator, project.EvaluationBody.Code);
        foreach (var bid in walked.File.Tender.Bids)
        {
            await site.AddAccountAsync(bid.Supplier.Code, Role.Agency, bid.Supplier.Code);
        }

        foreach (var assessor in walked.File.Evaluations.SelectMany(e => e.Assessors).Select(a => a.Id).Distinct())
        {
            await site.AddAccountAsync(assessor, Role.Evaluator);
        }

        await site.AddAccountAsync("auditor", Role.Auditor);
        await site.AddAccountAsync("administrator", Role.Administrator);
        await site.AddAccountAsync(StrangePurchaser, Role.Purchaser, StrangePurchaser);
        return (site, contract);
    }
}
