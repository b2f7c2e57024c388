namespace ProcurementEval.Web.Data;

/// <summary>What somebody types into a search box, as a pattern of SQL's LIKE: anywhere in the text, and every sign means itself.</summary>
internal static class SearchPattern
{
    public const string Escape = "\\";

    public static string Of(string text) =>
        $"%{text.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal)}%";
}
