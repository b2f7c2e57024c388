using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>The line of stages: beside each other on a wide screen, below each other on a telephone; an ordered list to those who listen.</summary>
[HtmlTargetElement("life-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LifeLineTagHelper : TagHelper
{
    public required IEnumerable<LifeStage> Stages { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        (output.TagName, output.TagMode) = ("ol", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "life-line");
        output.Attributes.SetAttribute("aria-label", SiteText.Of("LifeLine"));
        foreach (var stage in Stages)
        {
            output.Content.AppendHtml(Item(stage));
        }
    }

    private static TagBuilder Item(LifeStage stage)
    {
        var item = new TagBuilder("li");
        item.AddCssClass($"life-{stage.State.ToString().ToLowerInvariant()}");
        if (stage.State is LifeState.Current or LifeState.Blocked)
        {
            item.Attributes["aria-current"] = "step";
        }

        item.InnerHtml.AppendHtml(Part(stage.Href is null ? "span" : "a", "life-name", stage.Name, stage.Href))
            .AppendHtml(Part("span", "life-state", SiteText.Name(stage.State)));
        foreach (var (look, text) in new[] { ("life-when", stage.When), ("life-note", stage.Note) })
        {
            if (text is not null)
            {
                item.InnerHtml.AppendHtml(Part("span", look, text));
            }
        }

        return item;
    }

    private static TagBuilder Part(string tag, string look, string text, string? href = null)
    {
        var part = new TagBuilder(tag);
        part.AddCssClass(look);
        if (href is not null)
        {
            part.Attributes["href"] = href;
        }

        part.InnerHtml.Append(text);
        return part;
    }
}
