using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>Reads the places and the service indicators of a contract from pasted rows.</summary>
internal static class TargetTable
{
    private const int ShortText = 100;
    private const int LongText = 500;
    private static readonly string[] Yes = ["1", "y", "yes", "true", "是", "√"];

    public static readonly string[] Columns = ["code", "area", "title", "target", "counted", "unit", "minimumPeople", "minimumSessions", "averagePeople", "averageSessions", "ofWhichForGroup", "group", "each", "isRate", "recordsOf"];

    public static IReadOnlyList<ServiceSite> Sites(string? pasted, ModelStateDictionary state, string field)
    {
        var sites = new PastedTable(pasted, "Tender.Site", "code", "name").Read(state, field, row => new ServiceSite(row.Form.Text("code", row["code"], ShortText), row.Form.Text("name", row["name"], LongText)));
        RefuseTwice(sites.Select(s => s.Code), state, field);
        return sites;
    }

    public static IReadOnlyList<ServiceTarget> Targets(string? pasted, ModelStateDictionary state, string field)
    {
        var targets = new PastedTable(pasted, "Tender.Target", Columns).Read(state, field, Target);
        RefuseTwice(targets.Select(t => t.Code), state, field);
        foreach (var target in targets.Where(t => t.RecordsOf is { } of && targets.All(o => o.Code != of)))
        {
            state.AddModelError(field, SiteText.Of("Tender.RecordsOfUnknown", target.Code, target.RecordsOf!));
        }

        return targets;
    }

    private static ServiceTarget Target(PastedRow row)
    {
        var form = row.Form;
        return new ServiceTarget(form.Text("code", row["code"], ShortText), form.Optional("area", row["area"], ShortText) ?? string.Empty, form.Text("title", row["title"], LongText), Positive(row))
        {
            Counted = Word<Counted>(row, "counted") ?? Counted.Records,
            Unit = form.Optional("unit", row["unit"], ShortText),
            MinimumPeople = Whole(row, "minimumPeople"),
            MinimumSessions = Whole(row, "minimumSessions"),
            AveragePeople = Number(row, "averagePeople"),
            AverageSessions = Number(row, "averageSessions"),
            OfWhichForGroup = Whole(row, "ofWhichForGroup"),
            Group = form.Optional("group", row["group"], ShortText),
            Each = Word<Cadence>(row, "each"),
            IsRate = Yes.Contains(row["isRate"].ToLowerInvariant()),
            RecordsOf = form.Optional("recordsOf", row["recordsOf"], ShortText),
        };
    }

    private static decimal Positive(PastedRow row)
    {
        var target = row.Form.Number("target", row["target"]);
        return target > 0 || row.Faults.Any(f => f.Column == "target") ? target : row.Form.Fault("target", "Tender.TargetNotPositive", target, row["target"]);
    }

    private static int? Whole(PastedRow row, string column) => row[column].Length == 0 ? null : row.Form.Whole(column, row[column], least: 1, most: 1_000_000);

    private static decimal? Number(PastedRow row, string column) => row[column].Length == 0 ? null : row.Form.Number(column, row[column]);

    // The word of the file formats ("half-year") or of the reader's language.
    private static T? Word<T>(PastedRow row, string column)
        where T : struct, Enum
    {
        var typed = row[column];
        var found = Enum.GetValues<T>().Where(v => string.Equals(v.ToString(), typed.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || SiteText.Name(v) == typed).ToArray();
        return typed.Length == 0 ? null : found.Length == 1 ? found[0] : row.Form.Fault<T?>(column, "Tender.WordUnknown", null, typed, Show.List(Enum.GetValues<T>().Select(v => SiteText.Name(v))));
    }

    private static void RefuseTwice(IEnumerable<string> codes, ModelStateDictionary state, string field)
    {
        foreach (var code in codes.Where(c => c.Length > 0).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            state.AddModelError(field, SiteText.Of("Tender.CodeTwice", code));
        }
    }
}
