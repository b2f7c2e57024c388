using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>Nothing is here yet, why, and what to do about it; further content may follow inside.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? Text { get; set; }

    public string? Href { get; set; }

    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var inside = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("section", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "empty-state");
        output.Content.AppendHtml("<h2>").Append(Title).AppendHtml("</h2>");
        if (Text is not null)
        {
            output.Content.AppendHtml("<p>").Append(Text).AppendHtml("</p>");
        }

        output.Content.AppendHtml(inside);
        if (Href is not null)
        {
            var link = new TagBuilder("a");
            (link.Attributes["class"], link.Attributes["href"]) = ("btn btn-primary", Href);
            link.InnerHtml.Append(Action ?? Href);
            output.Content.AppendHtml(link);
        }
    }
}
