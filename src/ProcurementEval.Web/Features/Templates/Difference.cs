namespace ProcurementEval.Web.Features.Templates;

/// <summary>One thing that two versions say differently: of which part, in what; null where a version does not have it.</summary>
/// <param name="Part">"template", "rater", "band", "indicator", "veto" or "bonus".</param>
/// <param name="Code">The code of the part within its kind.</param>
/// <param name="Aspect">What of it differs; empty where the whole part is new or gone.</param>
/// <param name="Before">What the earlier version says.</param>
/// <param name="After">What the later version says.</param>
public sealed record Difference(string Part, string Code, string Aspect, string? Before, string? After);
