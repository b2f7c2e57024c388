using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>What is to be corrected, each line leading to its field; nothing where the form is right.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        (string Field, string Sentence)[] errors =
            [.. ViewContext.ViewData.ModelState.OrderBy(e => e.Key.Length > 0).SelectMany(e => e.Value?.Errors.Select(x => (e.Key, x.ErrorMessage)) ?? [])];
        if (errors.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("section", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");
        output.Content.AppendHtml("<h2 id=\"errors-title\">").Append(SiteText.Of("ErrorsTitle", errors.Length)).AppendHtml("</h2><p>").Append(SiteText.Of("ErrorsKept")).AppendHtml("</p><ul>");
        foreach (var (field, sentence) in errors)
        {
            output.Content.AppendHtml("<li>").AppendHtml(Line(field, sentence)).AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    private TagBuilder Line(string field, string sentence)
    {
        var line = new TagBuilder(field.Length > 0 ? "a" : "span");
        if (field.Length > 0)
        {
            line.Attributes["href"] = string.Create(CultureInfo.InvariantCulture, $"#{TagBuilder.CreateSanitizedId(field, "_")}");
        }

        line.InnerHtml.AppendHtml(FieldLabels.Before(ViewContext.HttpContext, field)).Append(sentence);
        return line;
    }
}
