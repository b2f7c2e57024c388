using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>The pictures of the first page: contracts by stage, and what was paid in each of the last twelve months.</summary>
internal static class Charts
{
    private const int Months = 12;

    public static async Task<IReadOnlyList<Bar>> StagesAsync(Question ask)
    {
        var counts = await ask.Scope.Contracts.GroupBy(c => c.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync();
        var most = counts.Select(c => c.Count).DefaultIfEmpty(0).Max();
        return [.. counts.OrderBy(c => c.Stage).Select(c => new Bar(SiteText.Name(c.Stage, ask.Reader), Show.Number(c.Count), (decimal)c.Count / most))];
    }

    public static async Task<IReadOnlyList<Bar>> PaidAsync(Question ask)
    {
        if (!ask.Reader.ListsMoney())
        {
            return [];
        }

        var first = new DateOnly(ask.Today.Year, ask.Today.Month, 1).AddMonths(1 - Months);
        var days = await ask.Scope.Contracts.SelectMany(c => c.Instalments).Where(i => i.Stage == InstalmentStage.Paid && i.PaidOn >= first && i.PaidOn <= ask.Today)
            .GroupBy(i => i.PaidOn).Select(g => new { On = g.Key, Paid = g.Sum(i => (long)(object)i.Paid) }).ToListAsync();
        if (days.Count == 0)
        {
            return [];
        }

        decimal[] sums = [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(m => days.Where(d => d.On!.Value.Year == m.Year && d.On.Value.Month == m.Month).Sum(d => d.Paid) * Published.Unit)];
        return [.. sums.Select((sum, m) => new Bar(first.AddMonths(m).ToString("yyyy-MM", CultureInfo.InvariantCulture), Show.Money(sum), sum / sums.Max()))];
    }
}
