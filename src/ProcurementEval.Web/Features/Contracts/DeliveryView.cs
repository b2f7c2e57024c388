using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>What was delivered by a day against what was due, over the whole contract or at one site.</summary>
public sealed class DeliveryView
{
    public const int PageSize = 12;

    public DeliveryView(Contract contract, IReadOnlyList<DeliveredService> services, string? site, int page, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(contract);
        Site = contract.Sites.FirstOrDefault(s => s.Code == site);
        Achievements = Site is { } one
            ? Domain.Delivery.Achievements.Of(contract.Targets, services, one.Code, contract.Start, contract.End, asOf)
            : Domain.Delivery.Achievements.OfSites(contract.Targets, services, contract.Sites, contract.Start, contract.End, asOf);
        Overall = OverallCompletion.Of(Achievements);
        Hours = ServiceHours.Of(services, Site?.Code, contract.Start, asOf);
        DeliveredService[] here = [.. services.Where(s => Site is null || s.Site == Site.Code).OrderByDescending(s => s.Date)];
        (Count, Page) = (here.Length, page);
        Records = [.. here.Skip((page - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>Null for the whole contract.</summary>
    public ServiceSite? Site { get; }

    public IReadOnlyList<Achievement> Achievements { get; }

    public OverallCompletion? Overall { get; }

    public ServiceHours Hours { get; }

    /// <summary>One page of the records, the newest first.</summary>
    public IReadOnlyList<DeliveredService> Records { get; }

    public int Count { get; }

    public int Page { get; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
}
