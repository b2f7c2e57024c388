namespace ProcurementEval.Web.Web;

/// <summary>One entry of the main navigation; current where the page lies below its address.</summary>
public sealed record NavigationItem(string Href, string Text)
{
    public bool IsCurrent(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
