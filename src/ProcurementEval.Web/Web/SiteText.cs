using System.Globalization;
using System.Resources;

namespace ProcurementEval.Web.Web;

/// <summary>The words of the pages in the reader's language.</summary>
public static class SiteText
{
    private static readonly ResourceManager Words = new("ProcurementEval.Web.Resources.Site", typeof(SiteText).Assembly);

    /// <exception cref="MissingManifestResourceException">There is no such word.</exception>
    public static string Of(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key), arguments);

    /// <summary>The name of a code that data may add to: the code itself where nobody has named it.</summary>
    public static string NameOr(string family, string code) => Words.GetString($"{family}.{code}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>¥1,234,567.00</summary>
    public static string Money(decimal yuan) => string.Create(CultureInfo.InvariantCulture, $"¥{yuan:#,##0.00}");
}
