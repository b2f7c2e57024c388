using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>The records that a filter leaves, newest first. A page begins behind the last record of the one before, so that the hundred-thousandth page costs as much as the first.</summary>
internal sealed class AuditList(AppDbContext db, AuditSight sight, AuditFilter filter)
{
    public const int PageSize = 50;
    private const int MostChains = 500;

    /// <summary>One more than a page, where there is one more.</summary>
    public async Task<List<AuditRecord>> PageAsync()
    {
        var records = await FilteredAsync();
        if (!string.IsNullOrEmpty(filter.After))
        {
            if (await (await sight.RecordsAsync()).Where(r => r.Hash == filter.After).Select(r => new { r.At, r.ChainId, r.Sequence }).FirstOrDefaultAsync() is not { } last)
            {
                return [];
            }

            records = records.Where(r => r.At < last.At || (r.At == last.At && (string.Compare(r.ChainId, last.ChainId) > 0 || (r.ChainId == last.ChainId && r.Sequence < last.Sequence))));
        }

        return await Sorted(records).Take(PageSize + 1).ToListAsync();
    }

    public async Task<int> CountAsync(int most) => await (await FilteredAsync()).Take(most).CountAsync();

    public async Task<IAsyncEnumerable<AuditRecord>> AllAsync() => Sorted(await FilteredAsync()).AsAsyncEnumerable();

    private static IQueryable<AuditRecord> Sorted(IQueryable<AuditRecord> records) => records.OrderByDescending(r => r.At).ThenBy(r => r.ChainId).ThenByDescending(r => r.Sequence);

    private async Task<IQueryable<AuditRecord>> FilteredAsync()
    {
        var records = await sight.RecordsAsync();
        if (filter.Who?.Trim() is { Length: > 0 } who)
        {
            var authors = await db.Users.Where(u => u.Name == who).Select(u => u.UserName!).ToListAsync();
            authors.Add(who);
            records = records.Where(r => authors.Contains(r.Author));
        }

        if (filter.Of?.Trim() is { Length: > 0 } of)
        {
            var chains = await ChainsAsync(of);
            records = records.Where(r => chains.Contains(r.ChainId));
        }

        records = string.IsNullOrEmpty(filter.What) ? records : records.Where(r => r.Entity == filter.What);
        if (filter.From is { } from)
        {
            var first = ChinaTime.At(from, TimeOnly.MinValue);
            records = records.Where(r => r.At >= first);
        }

        if (filter.To is { } to)
        {
            var end = ChinaTime.At(to.AddDays(1), TimeOnly.MinValue);
            records = records.Where(r => r.At < end);
        }

        if (filter.Receipt is { } receipt)
        {
            // Hashes are digits and a to f; g comes after each of them.
            var end = receipt + "g";
            records = records.Where(r => string.Compare(r.Hash, receipt) >= 0 && string.Compare(r.Hash, end) < 0);
        }

        return records;
    }

    private async Task<List<string>> ChainsAsync(string of)
    {
        var projects = await db.Projects.Where(p => p.Code == of || p.Title.Contains(of)).OrderBy(p => p.Code).Select(p => p.Id).Take(MostChains).ToListAsync();
        var contracts = await db.Contracts.Where(c => c.Number == of || projects.Contains(c.ProjectId)).Select(c => new { c.Id, c.ProjectId }).Take(MostChains).ToListAsync();
        return [of, .. projects.Concat(contracts.Select(c => c.ProjectId)).Distinct().Select(Chains.OfProject), .. contracts.Select(c => Chains.OfContract(c.Id))];
    }
}
