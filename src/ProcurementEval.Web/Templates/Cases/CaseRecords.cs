using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Delivery;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>A figure that a fact takes from the service records: overall completion in per cent, hours, or per cent of the hours in communities and homes.</summary>
public enum RecordMeasure
{
    Completion,
    Hours,
    OutReach,
}

/// <summary>A case's service records, and the figures that facts take from them.</summary>
public sealed class CaseRecords(CaseFile file, WorkCalendar calendar)
{
    /// <summary>What the series make, in their order, then the single records.</summary>
    public IReadOnlyList<DeliveredService> All { get; } =
    [
        .. file.Series.SelectMany(rule => ServiceSeries.Of(rule, file.Contract.Start, file.Contract.End, calendar)),
        .. file.Services,
    ];

    /// <summary>The figure at a date, two decimals; of the whole contract where the site is null, and null while there is nothing to measure.</summary>
    public decimal? Measured(RecordMeasure measure, string? site, DateOnly asOf) => measure switch
    {
        RecordMeasure.Completion => OverallCompletion.Of(Achievements.Of(file.Targets, All, site, file.Contract.Start, file.Contract.End, asOf))?.Percent,
        RecordMeasure.Hours => Hours(site, asOf).Total,
        _ => Hours(site, asOf).OutReachPercent,
    };

    private ServiceHours Hours(string? site, DateOnly asOf) => ServiceHours.Of(All, site, file.Contract.Start, asOf);
}
