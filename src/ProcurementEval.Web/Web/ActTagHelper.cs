using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Web;

/// <summary>
/// A step the reader may take: a link with an address, the form's button without one; not pressable with what is unmet where it may not be taken
/// yet; nothing where the stage does not know it. Attributes it does not know go to the link or button.
/// </summary>
[HtmlTargetElement("act", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ActTagHelper : TagHelper
{
    private static readonly object Counter = new();

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required Answer Answer { get; set; }

    public required string Text { get; set; }

    public string? Href { get; set; }

    /// <summary>primary, secondary, danger …, as Tabler names its buttons.</summary>
    public string Look { get; set; } = "primary";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!Answer.InStage)
        {
            output.SuppressOutput();
            return;
        }

        var press = new TagBuilder(Answer.May && Href is not null ? "a" : "button");
        foreach (var attribute in output.Attributes)
        {
            press.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        output.Attributes.Clear();
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "act");
        press.AddCssClass(Answer.May ? $"btn btn-{Look}" : "btn btn-waiting");
        press.InnerHtml.Append(Text);
        output.Content.AppendHtml(press);
        if (!Answer.May)
        {
            var id = NextId();
            (press.Attributes["type"], press.Attributes["aria-disabled"], press.Attributes["aria-describedby"]) = ("button", "true", id);
            output.Content.AppendHtml(Reasons(id));
        }
        else if (Href is null)
        {
            press.Attributes.TryAdd("type", "submit");
        }
        else
        {
            press.Attributes["href"] = Href;
        }
    }

    private TagBuilder Reasons(string id)
    {
        var reasons = new TagBuilder("ul");
        foreach (var unmet in Answer.Unmet)
        {
            var reason = new TagBuilder("li");
            reason.InnerHtml.Append(Sentences.Of(unmet.Code, unmet.Arguments));
            reasons.InnerHtml.AppendHtml(reason);
        }

        var all = new TagBuilder("div");
        (all.Attributes["id"], all.Attributes["class"]) = (id, "act-reasons");
        all.InnerHtml.AppendHtml("<p>").Append(SiteText.Of("WhyNot", Text)).AppendHtml("</p>").AppendHtml(reasons);
        return all;
    }

    // Several acts on a page each need an id of their own.
    private string NextId()
    {
        var items = ViewContext.HttpContext.Items;
        var next = items[Counter] is int last ? last + 1 : 1;
        items[Counter] = next;
        return string.Create(CultureInfo.InvariantCulture, $"why-{next}");
    }
}
