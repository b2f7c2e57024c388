using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Delivery;

/// <summary>Units that may be accepted and paid at a price: what the target counts over all sites, minimums and averages asked; no cap by the target.</summary>
public static class ServiceUnits
{
    public static decimal Of(ServiceTarget target, IReadOnlyList<DeliveredService> services, DateOnly from, DateOnly to) =>
        Tally.Of(target, services.InPeriod(null, from, to)).All;
}

/// <summary>Hours of service, two decimals: all, and those in communities and homes (外展).</summary>
public sealed record ServiceHours(decimal Total, decimal OutReach)
{
    /// <summary>Per cent of all hours, two decimals; null without hours.</summary>
    public decimal? OutReachPercent => Total > 0 ? Published.Round(OutReach * 100m / Total) : null;

    public static ServiceHours Of(IReadOnlyList<DeliveredService> services, string? site, DateOnly from, DateOnly to)
    {
        var here = services.InPeriod(site, from, to).ToList();
        return new(here.Sum(s => s.Hours), here.Where(s => s.OutReach).Sum(s => s.Hours));
    }
}
