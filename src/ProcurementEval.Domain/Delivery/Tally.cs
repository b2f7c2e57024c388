using System.Globalization;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Delivery;

/// <summary>What a target's records come to once the minimums have been asked: the whole, and the part for the named group.</summary>
internal sealed record Tally(decimal All, decimal ForGroup, IReadOnlyList<Step> Working)
{
    public static Tally Of(ServiceTarget target, IEnumerable<DeliveredService> services)
    {
        var own = services.Where(s => Belongs(target, s)).ToList();
        var kept = own.Where(s => MeetsMinimums(target, s)).ToList();
        var working = new List<Step> { new("records-kept", Text($"{own.Count} − {own.Count - kept.Count}"), kept.Count) };

        // An average is asked over all records together: missed, it takes them all (per record or on average, as the contract says).
        var enough = IsReached(target.AveragePeople, kept.Sum(s => s.People), kept.Count, "average-people", working)
            & IsReached(target.AverageSessions, kept.Sum(s => s.Sessions), kept.Count, "average-sessions", working);
        return enough
            ? new(kept.Sum(s => Quantity(target, s)), kept.Where(s => s.ForGroup).Sum(s => Quantity(target, s)), working)
            : new(0m, 0m, working);
    }

    public static bool Belongs(ServiceTarget target, DeliveredService service) =>
        string.Equals(service.Target, target.RecordsOf ?? target.Code, StringComparison.Ordinal);

    private static bool MeetsMinimums(ServiceTarget target, DeliveredService service) =>
        !(service.People < target.MinimumPeople) && !(service.Sessions < target.MinimumSessions);

    private static bool IsReached(decimal? asked, decimal sum, int records, string code, List<Step> working)
    {
        if (asked is not { } average || records == 0)
        {
            return true;
        }

        var reached = sum >= average * records;
        working.Add(new(reached ? code : code + "-missed", Text($"{sum:0.##} ÷ {records}"), Published.Round(sum / records)));
        return reached;
    }

    private static decimal Quantity(ServiceTarget target, DeliveredService service) => target.Counted switch
    {
        Counted.People => service.People,
        Counted.Hours => service.Hours,
        _ => 1m,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
