using System.Globalization;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Delivery;

/// <summary>Measures service records against service targets.</summary>
public static class Achievements
{
    private const int CompletionDecimals = 6;

    /// <summary>What is due and achieved at a date, both ends included: a count is due by the elapsed share of the period (linear in days unless <paramref name="elapsed"/> says otherwise), a cadence by its full periods that have ended, a rate at once. No site means the whole contract.</summary>
    /// <exception cref="ArgumentException">The period ends before it starts.</exception>
    public static IReadOnlyList<Achievement> Of(
        IReadOnlyList<ServiceTarget> targets,
        IReadOnlyList<DeliveredService> services,
        string? site,
        DateOnly periodStart,
        DateOnly periodEnd,
        DateOnly asOf,
        Share? elapsed = null)
    {
        if (periodEnd < periodStart)
        {
            throw new ArgumentException("The period ends before it starts.", nameof(periodEnd));
        }

        var until = asOf < periodEnd ? asOf : periodEnd;
        var here = services.InPeriod(site, periodStart, until).ToList();
        return [.. targets.Select(t => (t.IsRate ? OfRate(t, here)
            : t.Each is { } each ? OfCadence(t, here, FullPeriods.Of(each, periodStart, until))
            : OfTotal(t, here, Elapsed(periodStart, periodEnd, until, elapsed))) with { Site = site })];
    }

    /// <summary>Over a contract whose every site must reach every target: due and achieved are the sums of the sites', completion is the mean of those that are due, so that no site makes good for another; a rate is taken over all records.</summary>
    /// <exception cref="ArgumentException">The period ends before it starts.</exception>
    public static IReadOnlyList<Achievement> OfSites(
        IReadOnlyList<ServiceTarget> targets,
        IReadOnlyList<DeliveredService> services,
        IReadOnlyList<ServiceSite> sites,
        DateOnly periodStart,
        DateOnly periodEnd,
        DateOnly asOf)
    {
        var whole = Of(targets, services, site: null, periodStart, periodEnd, asOf);
        if (sites.Count < 2)
        {
            return whole;
        }

        var each = sites.Select(s => Of(targets, services, s.Code, periodStart, periodEnd, asOf)).ToList();
        return [.. whole.Select((a, i) => a.Target.IsRate ? a : Sum([.. each.Select(site => site[i])]))];
    }

    internal static IEnumerable<DeliveredService> InPeriod(this IEnumerable<DeliveredService> services, string? site, DateOnly from, DateOnly to) =>
        services.Where(s => (site is null || string.Equals(s.Site, site, StringComparison.Ordinal)) && s.Date >= from && s.Date <= to);

    private static (decimal Part, decimal Whole) Elapsed(DateOnly start, DateOnly end, DateOnly until, Share? elapsed) => elapsed is { } share
        ? (share.Percent, 100m)
        : (Math.Max(0, until.DayNumber - start.DayNumber + 1), end.DayNumber - start.DayNumber + 1);

    private static Achievement Sum(IReadOnlyList<Achievement> sites)
    {
        var due = sites.Select(s => s.Completion).OfType<decimal>().ToList();
        decimal? completion = due.Count == 0 ? null : Math.Round(due.Sum() / due.Count, CompletionDecimals, MidpointRounding.AwayFromZero);
        return new(sites[0].Target, sites.Sum(s => s.Due), sites.Sum(s => s.Achieved), completion);
    }

    private static Achievement OfTotal(ServiceTarget target, List<DeliveredService> services, (decimal Part, decimal Whole) elapsed)
    {
        var tally = Tally.Of(target, services);
        var working = new List<Step>(tally.Working);
        var due = Due("due", target.Target);
        var completion = Ratio("completion", tally.All, due);
        if (target.OfWhichForGroup is { } asksForGroup && completion is { } whole && Ratio("completion-for-group", tally.ForGroup, Due("due-for-group", asksForGroup)) is { } part)
        {
            completion = Math.Min(whole, part);
            working.Add(new("completion-lesser", Text($"min({whole:0.######}, {part:0.######})"), completion.Value));
        }

        return new(target, due, tally.All, completion) { Working = working };

        decimal Due(string code, decimal asked)
        {
            var value = Published.Round(asked * elapsed.Part / elapsed.Whole);
            working.Add(new(code, Text($"{asked:0.##} × {elapsed.Part:0.####} ÷ {elapsed.Whole:0}"), value));
            return value;
        }

        decimal? Ratio(string code, decimal achieved, decimal asked)
        {
            var value = Completion(achieved, asked);
            if (value is { } ratio)
            {
                working.Add(new(code, Text($"min(1, {achieved:0.##} ÷ {asked:0.##})"), ratio));
            }

            return value;
        }
    }

    private static Achievement OfCadence(ServiceTarget target, List<DeliveredService> services, IReadOnlyList<(DateOnly From, DateOnly To)> periods)
    {
        var working = new List<Step>();
        foreach (var (from, to) in periods)
        {
            var tally = Tally.Of(target, services.InPeriod(null, from, to));
            var met = tally.All >= target.Target && tally.ForGroup >= (target.OfWhichForGroup ?? 0);
            working.Add(new(met ? "period-met" : "period-missed", Text($"{from:yyyy-MM-dd}…{to:yyyy-MM-dd}: {tally.All:0.##} / {target.Target:0.##}"), met ? 1m : 0m));
        }

        var kept = working.Sum(s => s.Value);
        var completion = Completion(kept, periods.Count);
        if (completion is { } value)
        {
            working.Add(new("completion", Text($"{kept:0} ÷ {periods.Count}"), value));
        }

        return new(target, periods.Count, kept, completion) { Working = working };
    }

    private static Achievement OfRate(ServiceTarget target, List<DeliveredService> services)
    {
        var own = services.Where(s => Tally.Belongs(target, s)).ToList();
        var (done, of) = (own.Sum(s => s.Done), own.Sum(s => s.Base));
        if (of == 0)
        {
            return new(target, 0m, 0m, null);
        }

        var percent = Published.Round(done * 100m / of);
        var completion = Completion(percent, target.Target);
        return new(target, target.Target, percent, completion)
        {
            Working =
            [
                new("rate", Text($"{done} × 100 ÷ {of}"), percent),
                new("completion", Text($"min(1, {percent:0.##} ÷ {target.Target:0.##})"), completion ?? 1m),
            ],
        };
    }

    private static decimal? Completion(decimal achieved, decimal due) => due > 0
        ? Math.Min(1m, Math.Round(achieved / due, CompletionDecimals, MidpointRounding.AwayFromZero))
        : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
