using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace ProcurementEval.Web.Web;

/// <summary>Links to the pages of a list, counted from 1, that keep the rest of the address; nothing where there is one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    private const int Around = 2;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required int Page { get; set; }

    public required int Pages { get; set; }

    /// <summary>The name of the page's number in the address.</summary>
    public string Key { get; set; } = "page";

    /// <summary>The id of the list, where it stands far down its page.</summary>
    public string? Anchor { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("nav", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", SiteText.Of("Pages"));
        output.Content.AppendHtml("<p>").Append(SiteText.Of("PageOf", Page, Pages)).AppendHtml("</p><ul>");
        Add(output, Page - 1, SiteText.Of("PreviousPage"));
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= Around))
        {
            output.Content.AppendHtml(page > last + 1 ? "<li aria-hidden=\"true\">…</li>" : string.Empty);
            Add(output, page, page.ToString(CultureInfo.InvariantCulture), SiteText.Of("PageNumber", page));
            last = page;
        }

        Add(output, Page + 1, SiteText.Of("NextPage"));
        output.Content.AppendHtml("</ul>");
    }

    private void Add(TagHelperOutput output, int page, string text, string? name = null)
    {
        if (page < 1 || page > Pages)
        {
            return;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = Address(page);
        if (name is not null)
        {
            link.Attributes["aria-label"] = name;
        }

        if (page == Page)
        {
            link.Attributes["aria-current"] = "page";
        }

        link.InnerHtml.Append(text);
        output.Content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
    }

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(q => !string.Equals(q.Key, Key, StringComparison.OrdinalIgnoreCase));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, kept.Append(new(Key, page.ToString(CultureInfo.InvariantCulture)))) + (Anchor is null ? null : $"#{Anchor}");
    }
}
