using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Web;

/// <summary>&lt;send answer text /&gt;: the button that sends a step's form; where the step may not be taken it is disabled and says why.</summary>
[HtmlTargetElement("send", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SendTagHelper : TagHelper
{
    public required Answer Answer { get; set; }

    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var button = new TagBuilder("button");
        button.Attributes["type"] = "submit";
        button.AddCssClass("btn btn-primary");
        button.InnerHtml.Append(Text);
        if (!Answer.May)
        {
            button.Attributes["disabled"] = "disabled";
            button.Attributes["aria-describedby"] = "why-not";
        }

        output.Content.AppendHtml(button);
        if (!Answer.May)
        {
            var reasons = new TagBuilder("ul");
            reasons.Attributes["id"] = "why-not";
            reasons.AddCssClass("why-not");
            foreach (var sentence in Answer.InStage ? Answer.Unmet.Select(u => Sentences.Of(u.Code, u.Arguments)) : [SiteText.Of("Form.NotInThisStage")])
            {
                var reason = new TagBuilder("li");
                reason.InnerHtml.Append(sentence);
                reasons.InnerHtml.AppendHtml(reason);
            }

            output.Content.AppendHtml(reasons);
        }
    }
}
