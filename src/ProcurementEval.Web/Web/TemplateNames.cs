using System.Globalization;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Web;

/// <summary>The names of grades and of classes of raters: in Chinese as the plan or template writes them, in another language the site's own words.</summary>
public static class TemplateNames
{
    public static string Grade(string code, IEnumerable<Band> bands) => Name("Grade", code, bands.FirstOrDefault(b => b.Grade == code)?.Name);

    public static string Rater(string code, IEnumerable<Rater> raters) => Name("Rater", code, raters.FirstOrDefault(r => r.Code == code)?.Name);

    private static string Name(string family, string code, string? written) =>
        written is not null && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? written : SiteText.NameOr(family, code);
}
