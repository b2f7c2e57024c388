namespace ProcurementEval.Web.Web;

/// <summary>Light, dark, or as the reader's system has it; kept in a cookie, rendered by the server.</summary>
public enum Theme
{
    Auto,
    Light,
    Dark,
}
