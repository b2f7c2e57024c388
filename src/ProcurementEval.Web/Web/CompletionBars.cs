using ProcurementEval.Domain.Delivery;

namespace ProcurementEval.Web.Web;

/// <summary>What was achieved of each service target against what was due, as bars.</summary>
public static class CompletionBars
{
    public static IReadOnlyList<Bar> Of(IEnumerable<Achievement> achievements) =>
        [.. achievements.Select(a => new Bar(Title(a.Target), SiteText.Of("Served.OfDue", Show.Figure(a.Achieved), Show.Figure(a.Due), a.Target.IsRate ? "%" : a.Target.Unit ?? string.Empty), a.Completion ?? 0m))];

    private static string Title(ServiceTarget target) => target.OfWhichForGroup is { } part ? SiteText.Of("Served.OfWhich", target.Title, target.Group ?? string.Empty, part) : target.Title;
}
