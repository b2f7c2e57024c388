using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Finds the ids of a project's things by the project's code.</summary>
internal static class Sample
{
    public static Task<Guid> ProjectAsync(AppDbContext db, string code) => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync();

    public static Task<Guid> AccountAsync(AppDbContext db, string account) => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync();

    public static Task<Guid> TenderAsync(AppDbContext db, string code) => db.Tenders.Where(t => db.Projects.Any(p => p.Id == t.ProjectId && p.Code == code)).Select(t => t.Id).SingleAsync();

    public static Task<Guid> ContractAsync(AppDbContext db, string code) => db.Contracts.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.Code == code)).Select(c => c.Id).SingleAsync();

    /// <param name="db">Where it is.</param>
    /// <param name="code">The project's.</param>
    /// <param name="ordinal">From 1.</param>
    public static async Task<Guid> InstalmentAsync(AppDbContext db, string code, int ordinal)
    {
        var contract = await ContractAsync(db, code);
        return (await db.Contracts.Include(c => c.Instalments).SingleAsync(c => c.Id == contract)).Instalments[ordinal - 1].Id;
    }

    public static async Task<Guid> EvaluationAsync(AppDbContext db, string code)
    {
        var contract = await ContractAsync(db, code);
        return await db.Evaluations.Where(e => e.ContractId == contract).OrderBy(e => e.Kind).ThenBy(e => e.Subject).Select(e => e.Id).FirstAsync();
    }

    public static async Task<Guid> FindingAsync(AppDbContext db, string code)
    {
        var contract = await ContractAsync(db, code);
        return await db.Findings.Where(f => f.ContractId == contract).OrderBy(f => f.DueOn).Select(f => f.Id).FirstAsync();
    }

    public static async Task<Guid> ObjectionAsync(AppDbContext db, string code)
    {
        var contract = await ContractAsync(db, code);
        return await db.Objections.Where(o => o.ContractId == contract).Select(o => o.Id).FirstAsync();
    }

    public static async Task<Guid> EvidenceAsync(AppDbContext db, string code)
    {
        var contract = await ContractAsync(db, code);
        return await db.Evidence.Where(e => e.ContractId == contract).Select(e => e.Id).FirstAsync();
    }

    public static async Task<Guid> DocumentAsync(AppDbContext db, string code)
    {
        var tender = await TenderAsync(db, code);
        return await db.TenderDocuments.Where(d => d.TenderId == tender).Select(d => d.Id).FirstAsync();
    }

    /// <summary>A score sheet of an assessor: of the first evaluation, or of a bid where there is no contract yet.</summary>
    public static async Task<Guid> SheetAsync(AppDbContext db, string code, string assessor)
    {
        var tender = await TenderAsync(db, code);
        return await db.Sheets.Where(s => s.Assessor == assessor && (db.Evaluations.Any(e => e.Id == s.EvaluationId && db.Contracts.Any(c => c.Id == e.ContractId && c.TenderId == tender))
            || (!db.Contracts.Any(c => c.TenderId == tender) && db.Bids.Any(b => b.Id == s.BidId && b.TenderId == tender)))).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync();
    }
}
