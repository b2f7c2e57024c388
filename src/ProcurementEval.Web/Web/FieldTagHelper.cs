using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>A field of a form with its label, hint and error, all tied together; what was typed is kept. Attributes it does not know go to the input itself.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public FieldKind Kind { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    public bool Required { get; set; }

    private bool IsGroup => Kind is FieldKind.Choice;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        FieldLabels.Keep(ViewContext.HttpContext, name, Label);
        var entry = ViewContext.ViewData.ModelState.GetValueOrDefault(name);
        var input = new FieldInput(Kind, id, name, Typed(entry), Options ?? [])
        {
            Required = Required,
            Invalid = entry?.Errors.Count > 0,
            DescribedBy = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", entry?.Errors.Count > 0 ? $"{id}-error" : null }.OfType<string>()),
            Attributes = [.. output.Attributes],
        };

        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", Kind is FieldKind.Check ? "field field-check" : "field");
        output.Content.AppendHtml(Kind is FieldKind.Check ? input.Build() : Name(id)).AppendHtml(Kind is FieldKind.Check ? Name(id) : new HtmlString(string.Empty));
        Say(output, Hint, $"{id}-hint", "form-hint");
        Say(output, entry is { Errors.Count: > 0 } ? SiteText.Of("ErrorPrefix") + string.Join(' ', entry.Errors.Select(e => e.ErrorMessage)) : null, $"{id}-error", "field-error");
        output.Content.AppendHtml(Kind is FieldKind.Check ? new HtmlString(string.Empty) : input.Build());
    }

    // What the reader typed goes before what the page knows; a password or a file is never sent back.
    private string Typed(ModelStateEntry? entry) => Kind is FieldKind.Password or FieldKind.File ? string.Empty : entry?.AttemptedValue ?? FieldInput.Written(For.Model, Kind);

    private TagBuilder Name(string id)
    {
        var label = new TagBuilder(IsGroup ? "legend" : "label");
        label.AddCssClass("form-label");
        if (!IsGroup)
        {
            label.Attributes["for"] = id;
        }

        label.InnerHtml.Append(Label);
        if (!Required && Kind is not FieldKind.Check)
        {
            var optional = new TagBuilder("small");
            optional.InnerHtml.Append(SiteText.Of("Optional"));
            label.InnerHtml.Append(" ").AppendHtml(optional);
        }

        return label;
    }

    private static void Say(TagHelperOutput output, string? text, string id, string look)
    {
        if (text is not null)
        {
            var line = new TagBuilder("p");
            (line.Attributes["id"], line.Attributes["class"]) = (id, look);
            line.InnerHtml.Append(text);
            output.Content.AppendHtml(line);
        }
    }
}
