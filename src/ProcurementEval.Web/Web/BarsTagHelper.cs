using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>A bar chart drawn by the server: weights of a tree, planned and paid money. The table it stands in says all of it without the bars.</summary>
[HtmlTargetElement("bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTagHelper : TagHelper
{
    private const int Deepest = 4;

    public required string Caption { get; set; }

    public required IEnumerable<Bar> Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        (output.TagName, output.TagMode) = ("table", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "bars");
        output.Content.AppendHtml("<caption>").Append(Caption).AppendHtml("</caption><tbody>");
        foreach (var row in Rows)
        {
            var width = Math.Round(Math.Clamp(row.Share, 0m, 1m) * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
            var label = new TagBuilder("th");
            (label.Attributes["scope"], label.Attributes["class"]) = ("row", string.Create(CultureInfo.InvariantCulture, $"depth-{Math.Min(row.Depth, Deepest)}"));
            label.InnerHtml.Append(row.Label);
            output.Content.AppendHtml("<tr>").AppendHtml(label)
                .AppendHtml($"<td class=\"bars-bar\"><svg aria-hidden=\"true\" height=\"10\" width=\"100%\"><rect class=\"bars-whole\" width=\"100%\" height=\"10\" rx=\"2\"></rect><rect class=\"bars-part\" width=\"{width}%\" height=\"10\" rx=\"2\"></rect></svg></td>")
                .AppendHtml("<td class=\"num\">").Append(row.Figure).AppendHtml("</td></tr>");
        }

        output.Content.AppendHtml("</tbody>");
    }
}
