using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Configuration;

namespace ProcurementEval.Web.Data;

/// <summary>The stored transitions in the order of their steps.</summary>
public static class History
{
    /// <summary>Of a contract, its instalments, acceptance, evaluations, findings and objections.</summary>
    public static IQueryable<Transition> HistoryOfContract(this AppDbContext db, Guid contract) => Of(db, Chains.OfContract(contract));

    /// <summary>Of a project's tenders.</summary>
    public static IQueryable<Transition> HistoryOfProject(this AppDbContext db, Guid project) => Of(db, Chains.OfProject(project));

    private static IQueryable<Transition> Of(AppDbContext db, string chain)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Transitions.AsNoTracking().Where(t => EF.Property<string>(t, HistoryMapping.ChainId) == chain).OrderBy(t => EF.Property<int>(t, HistoryMapping.Ordinal));
    }
}
