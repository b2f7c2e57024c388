using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>The pictures of the first page: contracts by stage, and what was paid in the last twelve months, month by month; months without a payment are left out.</summary>
internal static class Charts
{
    private const int Months = 12;

    public static async Task<IReadOnlyList<Bar>> StagesAsync(Question ask)
    {
        var counts = await ask.Scope.Contracts.GroupBy(c => c.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync();
        var most = counts.Select(c => c.Count).DefaultIfEmpty(0).Max();
        return [.. counts.OrderBy(c => c.Stage).Select(c => new Bar(SiteText.Name(c.Stage, ask.Reader), Show.Number(c.Count), (decimal)c.Count / most))];
    }

    public static async Task<(decimal InAll, IReadOnlyList<Bar> Months)> PaidAsync(Question ask)
    {
        if (!ask.Reader.ListsMoney())
        {
            return (0m, []);
        }

        var first = new DateOnly(ask.Today.Year, ask.Today.Month, 1).AddMonths(1 - Months);
        var days = await ask.Scope.Contracts.SelectMany(c => c.Instalments).Where(i => i.Stage == InstalmentStage.Paid && i.PaidOn >= first && i.PaidOn <= ask.Today)
            .GroupBy(i => i.PaidOn).Select(g => new { On = g.Key, Paid = g.Sum(i => (long)(object)i.Paid) }).ToListAsync();
        var sums = days.GroupBy(d => d.On!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture), d => d.Paid * Published.Unit, StringComparer.Ordinal).Select(m => (Month: m.Key, Sum: m.Sum())).Where(m => m.Sum > 0).OrderBy(m => m.Month, StringComparer.Ordinal).ToArray();
        return (sums.Sum(m => m.Sum), [.. sums.Select(m => new Bar(m.Month, Show.Money(m.Sum), m.Sum / sums.Max(s => s.Sum)))]);
    }
}
