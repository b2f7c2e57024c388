using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>Reads a service record from what was typed, in a form or in one row of a table: the fields have the same names.</summary>
internal sealed class ServiceForm(Contract contract, DateOnly today)
{
    public const string Names = "Delivery.Column";
    public static readonly string[] Columns = ["target", "site", "date", "people", "sessions", "hours", "forGroup", "outReach", "done", "base"];
    private const int Most = 1_000_000;
    private static readonly string[] Yes = ["1", "TRUE", "YES", "Y", "√", "✓", "是"];
    private static readonly string[] No = ["", "0", "FALSE", "NO", "N", "×", "否"];

    /// <summary>The targets that have records of their own.</summary>
    public IEnumerable<ServiceTarget> Targets => contract.Targets.Where(t => t.RecordsOf is null);

    public DeliveredService Read(Form form, Func<string, string?> typed)
    {
        var target = Target(form, typed("target"));
        var (done, all) = (Count(form, "done", typed), Count(form, "base", typed));
        if (target?.IsRate == true && (all == 0 || done > all))
        {
            form.Fault("done", "Delivery.RateWrong", 0);
        }

        return new DeliveredService(target?.Code ?? string.Empty, Site(form, typed("site")), Date(form, typed("date")))
        {
            People = Count(form, "people", typed),
            Sessions = Count(form, "sessions", typed),
            Hours = Hours(form, typed("hours")),
            ForGroup = Flag(form, "forGroup", typed),
            OutReach = Flag(form, "outReach", typed),
            Done = done,
            Base = all,
        };
    }

    private ServiceTarget? Target(Form form, string? typed)
    {
        var text = form.Text("target", typed);
        return text.Length == 0 ? null : Targets.FirstOrDefault(t => t.Code == text || t.Title == text) ?? form.Fault<ServiceTarget?>("target", "Delivery.UnknownTarget", null, text);
    }

    // A contract without places is one place.
    private string Site(Form form, string? typed)
    {
        if (contract.Sites.Count == 0)
        {
            return contract.Number;
        }

        var text = contract.Sites.Count == 1 && string.IsNullOrWhiteSpace(typed) ? contract.Sites[0].Code : form.Text("site", typed);
        return text.Length == 0 ? text : contract.Sites.FirstOrDefault(s => s.Code == text || s.Name == text)?.Code ?? form.Fault("site", "Delivery.UnknownSite", string.Empty, text);
    }

    private DateOnly Date(Form form, string? typed)
    {
        var (date, last) = (form.Date("date", typed), contract.End < today ? contract.End : today);
        return date == DateOnly.MinValue || (date >= contract.Start && date <= last) ? date : form.Fault("date", "Delivery.DateOutside", date, Show.Date(contract.Start), Show.Date(last));
    }

    private static int Count(Form form, string field, Func<string, string?> typed) => string.IsNullOrWhiteSpace(typed(field)) ? 0 : form.Whole(field, typed(field), 0, Most);

    private static decimal Hours(Form form, string? typed)
    {
        var hours = string.IsNullOrWhiteSpace(typed) ? 0m : form.Number("hours", typed);
        return hours is >= 0 and <= Most && Published.IsPublished(hours) ? hours : form.Fault("hours", "Delivery.HoursWrong", 0m);
    }

    private static bool Flag(Form form, string field, Func<string, string?> typed)
    {
        var word = typed(field)?.Trim().ToUpperInvariant() ?? string.Empty;
        return Yes.Contains(word) || (!No.Contains(word) && form.Fault(field, "Delivery.YesOrNo", false));
    }
}
