using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>&lt;form-state /&gt;: the hidden fields that every form of a <see cref="SitePage"/> posts back: the version it was rendered on, or the mark of what it creates.</summary>
[HtmlTargetElement("form-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormStateTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var page = (SitePage)ViewContext.ViewData.Model!;
        output.TagName = null;
        Append(output, nameof(SitePage.Seen), page.RootVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(output, nameof(SitePage.Mark), page.NextMark);
    }

    private static void Append(TagHelperOutput output, string name, string? value)
    {
        if (value is not null)
        {
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            input.Attributes["type"] = "hidden";
            input.Attributes["name"] = name;
            input.Attributes["value"] = value;
            output.Content.AppendHtml(input);
        }
    }
}
