using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>The contracts in a reader's scope, filtered and sorted by the database. Sums are added up there as whole cents, which is exact.</summary>
internal sealed class ContractList(AppDbContext db, Scope scope, ContractFilter filter, bool money, DateOnly today)
{
    public async Task<ContractTotals> TotalsAsync()
    {
        var contracts = await Filtered.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Sum = g.Sum(j => (long)(object)j.Contract.Sum) }).SingleOrDefaultAsync();
        var paid = await Filtered.SelectMany(j => j.Contract.Instalments).GroupBy(i => i.Stage == InstalmentStage.Paid)
            .Select(g => new { IsPaid = g.Key, Payable = g.Sum(i => (long)(object)EF.Property<Money>(i, Mapping.Payable)) }).ToListAsync();
        return new ContractTotals(contracts?.Count ?? 0, Cents(contracts?.Sum ?? 0), Cents(paid.Where(m => m.IsPaid).Sum(m => m.Payable)), Cents(paid.Where(m => !m.IsPaid).Sum(m => m.Payable)));
    }

    public Task<List<ContractRow>> PageAsync() => Rows(Sorted.Skip((filter.Page - 1) * ContractFilter.PageSize).Take(ContractFilter.PageSize));

    public Task<List<ContractRow>> AllAsync() => Rows(Sorted);

    /// <summary>The regions that the reader's contracts lie in.</summary>
    public Task<List<string>> RegionsAsync() => db.Projects.Where(p => scope.Contracts.Any(c => c.ProjectId == p.Id)).Select(p => p.Region).Distinct().OrderBy(r => r).ToListAsync();

    private IQueryable<Joined> Joined =>
        from c in scope.Contracts
        join p in db.Projects on c.ProjectId equals p.Id
        join t in db.Tenders on c.TenderId equals t.Id
        join a in db.Parties on c.AgencyId equals a.Id
        select new Joined { Contract = c, Project = p, Tender = t, Agency = a };

    private IQueryable<Joined> Filtered
    {
        get
        {
            var rows = Joined;
            if (filter.Text?.Trim() is { Length: > 0 } text)
            {
                var (pattern, collation) = (SearchPattern.Of(text), db.SearchCollation);
                rows = rows.Where(j => EF.Functions.Like(EF.Functions.Collate(j.Contract.Number, collation), pattern, SearchPattern.Escape)
                    || EF.Functions.Like(EF.Functions.Collate(j.Project.Title, collation), pattern, SearchPattern.Escape)
                    || EF.Functions.Like(EF.Functions.Collate(j.Agency.Name, collation), pattern, SearchPattern.Escape));
            }

            rows = filter.Stage is { } stage ? rows.Where(j => j.Contract.Stage == stage) : rows;
            rows = filter.Method is { } method ? rows.Where(j => j.Tender.Method == method) : rows;
            rows = string.IsNullOrEmpty(filter.Region) ? rows : rows.Where(j => j.Project.Region == filter.Region);
            return filter.Late ? rows.Where(j =>
                (money && j.Contract.Instalments.Any(i => i.DueOn < today && i.Stage != InstalmentStage.Paid && i.Stage != InstalmentStage.Waived))
                || db.Findings.Any(f => f.ContractId == j.Contract.Id && f.Stage == FindingStage.Issued && f.DueOn < today)
                || db.Objections.Any(o => o.ContractId == j.Contract.Id && o.Stage == ObjectionStage.Filed && o.AnswerBy < today)) : rows;
        }
    }

    // Who may not see money may not have it read out of the order either.
    private IQueryable<Joined> Sorted => (filter.Sort, filter.Descending) switch
    {
        ("title", false) => Filtered.OrderBy(j => j.Project.Title).ThenBy(j => j.Contract.Number),
        ("title", true) => Filtered.OrderByDescending(j => j.Project.Title).ThenBy(j => j.Contract.Number),
        ("agency", false) => Filtered.OrderBy(j => j.Agency.Name).ThenBy(j => j.Contract.Number),
        ("agency", true) => Filtered.OrderByDescending(j => j.Agency.Name).ThenBy(j => j.Contract.Number),
        ("sum", false) when money => Filtered.OrderBy(j => j.Contract.Sum).ThenBy(j => j.Contract.Number),
        ("sum", true) when money => Filtered.OrderByDescending(j => j.Contract.Sum).ThenBy(j => j.Contract.Number),
        ("start", false) => Filtered.OrderBy(j => j.Contract.Start).ThenBy(j => j.Contract.Number),
        ("start", true) => Filtered.OrderByDescending(j => j.Contract.Start).ThenBy(j => j.Contract.Number),
        ("end", false) => Filtered.OrderBy(j => j.Contract.End).ThenBy(j => j.Contract.Number),
        ("end", true) => Filtered.OrderByDescending(j => j.Contract.End).ThenBy(j => j.Contract.Number),
        (_, true) => Filtered.OrderByDescending(j => j.Contract.Number),
        _ => Filtered.OrderBy(j => j.Contract.Number),
    };

    private async Task<List<ContractRow>> Rows(IQueryable<Joined> rows)
    {
        var read = await rows.Select(j => new
        {
            j.Contract.Id,
            j.Contract.Number,
            j.Project.Title,
            j.Project.Region,
            Agency = j.Agency.Name,
            j.Tender.Method,
            j.Contract.Stage,
            j.Contract.Sum,
            j.Contract.Start,
            j.Contract.End,
            Paid = j.Contract.Instalments.Where(i => i.Stage == InstalmentStage.Paid).Sum(i => (long)(object)EF.Property<Money>(i, Mapping.Payable)),
            Unpaid = j.Contract.Instalments.Where(i => i.Stage != InstalmentStage.Paid).Sum(i => (long)(object)EF.Property<Money>(i, Mapping.Payable)),
            MoneyLate = j.Contract.Instalments.Any(i => i.DueOn < today && i.Stage != InstalmentStage.Paid && i.Stage != InstalmentStage.Waived),
            Late = db.Findings.Any(f => f.ContractId == j.Contract.Id && f.Stage == FindingStage.Issued && f.DueOn < today)
                || db.Objections.Any(o => o.ContractId == j.Contract.Id && o.Stage == ObjectionStage.Filed && o.AnswerBy < today),
        }).ToListAsync();
        return [.. read.Select(r => new ContractRow(r.Id, r.Number, r.Title, r.Region, r.Agency, r.Method, r.Stage, r.Sum, r.Start, r.End)
        {
            Paid = Cents(r.Paid),
            Unpaid = Cents(r.Unpaid),
            Late = r.Late || (money && r.MoneyLate),
        })];
    }

    private static Money Cents(long cents) => Money.FromYuan(cents * Published.Unit);
}

/// <summary>A contract beside what lists show of its project, tender and agency.</summary>
internal sealed class Joined
{
    public required Contract Contract { get; init; }

    public required Project Project { get; init; }

    public required Tender Tender { get; init; }

    public required Party Agency { get; init; }
}
