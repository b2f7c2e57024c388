using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Whether sites, targets, series and vacancies of a case refer to each other and keep to the contract's term.</summary>
internal static class CaseDeliverySense
{
    /// <summary>The faults, and the records if they can be made.</summary>
    public static IReadOnlyList<Fault> Faults(CaseContext context, out CaseRecords? records)
    {
        List<Fault> faults = [.. Codes(context), .. Series(context.File), .. Vacancies(context.File), .. Acceptance(context.File)];
        records = null;
        try
        {
            records = faults.Any(f => f.Path.StartsWith("series", StringComparison.Ordinal)) ? null : new CaseRecords(context.File, context.Calendar);
        }
        catch (Exception e) when (e is ArgumentException or CalendarRangeException)
        {
            faults.Add(Fault.Block("series", "CaseSeriesInvalid", e.Message));
        }

        return faults;
    }

    private static IEnumerable<Fault> Codes(CaseContext context)
    {
        var (file, targets) = (context.File, context.File.Targets);
        for (var i = 0; i < file.Sites.Count; i++)
        {
            if (file.Sites.Take(i).Any(s => s.Code == file.Sites[i].Code))
            {
                yield return Fault.Block($"sites/{i}", "CaseSiteTwice", file.Sites[i].Code);
            }
        }

        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            if (targets.Take(i).Any(t => t.Code == target.Code))
            {
                yield return Fault.Block($"targets/{i}", "CaseTargetTwice", target.Code);
            }

            if (target.Target <= 0)
            {
                yield return Fault.Block($"targets/{i}/target", "CaseTargetNotPositive", target.Code, target.Target);
            }

            if (target.OfWhichForGroup > target.Target)
            {
                yield return Fault.Block($"targets/{i}/ofWhichForGroup", "CasePartAboveWhole", target.Code, target.OfWhichForGroup, target.Target);
            }

            if (target.RecordsOf is { } other && targets.All(t => t.Code != other))
            {
                yield return Fault.Block($"targets/{i}/recordsOf", "CaseTargetUnknown", other);
            }
        }

        foreach (var priced in context.Plan.UnitPrices.Where(p => targets.All(t => t.Code != p.Target)))
        {
            yield return Fault.Block("targets", "CasePricedTargetMissing", priced.Target);
        }
    }

    private static IEnumerable<Fault> Series(CaseFile file)
    {
        var contract = file.Contract;
        var places = file.Series.Select((s, i) => (Path: $"series/{i}", s.Target, s.Site, First: s.From ?? contract.Start, Last: s.To ?? contract.End))
            .Concat(file.Services.Select((s, i) => (Path: $"services/{i}", s.Target, s.Site, First: s.Date, Last: s.Date)));
        foreach (var place in places)
        {
            if (file.Targets.All(t => t.Code != place.Target))
            {
                yield return Fault.Block($"{place.Path}/target", "CaseTargetUnknown", place.Target);
            }
            else if (file.Targets.First(t => t.Code == place.Target).RecordsOf is { } other)
            {
                yield return Fault.Block($"{place.Path}/target", "CaseTargetHasNoRecords", place.Target, other);
            }

            if (file.Sites.All(s => s.Code != place.Site))
            {
                yield return Fault.Block($"{place.Path}/site", "CaseSiteUnknown", place.Site);
            }

            if (place.First < contract.Start || place.Last > contract.End || place.Last < place.First)
            {
                yield return Fault.Block(place.Path, "CaseServiceOutsideTerm", place.First, place.Last, contract.Start, contract.End);
            }
        }
    }

    private static IEnumerable<Fault> Vacancies(CaseFile file) => file.Vacancies
        .Select((vacancy, i) => (Vacancy: vacancy, Path: $"vacancies/{i}"))
        .Where(v => v.Vacancy.From < file.Contract.Start || v.Vacancy.To > file.Contract.End || v.Vacancy.To < v.Vacancy.From)
        .Select(v => Fault.Block(v.Path, "CaseVacancyOutsideTerm", v.Vacancy.Post, v.Vacancy.From, v.Vacancy.To, file.Contract.Start, file.Contract.End));

    private static IEnumerable<Fault> Acceptance(CaseFile file)
    {
        if (file.Acceptance.UsersInvited < 1)
        {
            yield return Fault.Block("acceptance/usersInvited", "CaseUsersNotInvited", file.Acceptance.UsersInvited);
        }
    }
}
