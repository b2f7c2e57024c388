using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ProcurementEval.Web.Web;

/// <summary>How the fields of the page are called; the summary of errors stands above the fields and is written out after they are known.</summary>
internal static class FieldLabels
{
    public static void Keep(HttpContext page, string field, string label) => page.Items[Key(field)] = label;

    public static IHtmlContent Before(HttpContext page, string field) => new Later(page, field);

    private static string Key(string field) => $"field label {field}";

    private sealed class Later(HttpContext page, string field) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (page.Items[Key(field)] is string label)
            {
                encoder.Encode(writer, SiteText.Of("LabelColon", label));
            }
        }
    }
}
