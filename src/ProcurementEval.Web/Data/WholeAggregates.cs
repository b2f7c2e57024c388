using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data.Configuration;

namespace ProcurementEval.Web.Data;

/// <summary>Aggregates with all their parts, each list in the order in which it was written.</summary>
public static class WholeAggregates
{
    public static IQueryable<Tender> Whole(this IQueryable<Tender> tenders) => tenders.AsSplitQuery()
        .Include(t => t.Bids.OrderBy(b => EF.Property<int>(b, Mapping.Position)))
        .ThenInclude(b => b.Sheets.OrderBy(s => EF.Property<int>(s, Mapping.Position)));

    public static IQueryable<Contract> Whole(this IQueryable<Contract> contracts) => contracts.AsSplitQuery()
        .Include(c => c.Instalments.OrderBy(i => i.Ordinal))
        .Include(c => c.Acceptance)
        .Include(c => c.Evaluations.OrderBy(e => EF.Property<int>(e, Mapping.Position)))
        .ThenInclude(e => e.Sheets.OrderBy(s => EF.Property<int>(s, Mapping.Position)));

    /// <summary>Everything but the score sheets, which are blind.</summary>
    public static IQueryable<Contract> WithoutSheets(this IQueryable<Contract> contracts) => contracts.AsSplitQuery()
        .Include(c => c.Instalments.OrderBy(i => i.Ordinal))
        .Include(c => c.Acceptance)
        .Include(c => c.Evaluations.OrderBy(e => EF.Property<int>(e, Mapping.Position)));

    public static IQueryable<Evaluation> Whole(this IQueryable<Evaluation> evaluations) => evaluations.AsSplitQuery()
        .Include(e => e.Sheets.OrderBy(s => EF.Property<int>(s, Mapping.Position)));

    public static IQueryable<Objection> Whole(this IQueryable<Objection> objections) => objections.AsSplitQuery()
        .Include(o => o.Evaluation).ThenInclude(e => e.Sheets.OrderBy(s => EF.Property<int>(s, Mapping.Position)));
}
