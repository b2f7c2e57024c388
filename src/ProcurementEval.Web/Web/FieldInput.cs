using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Web;

/// <summary>The control of a field.</summary>
internal sealed record FieldInput(FieldKind Kind, string Id, string Name, string Typed, IEnumerable<SelectListItem> Options)
{
    private const string IsoDate = "yyyy-MM-dd";

    public bool Required { get; init; }

    public bool Invalid { get; init; }

    public string DescribedBy { get; init; } = string.Empty;

    public IReadOnlyList<TagHelperAttribute> Attributes { get; init; } = [];

    /// <summary>A value as a form writes it: plain figures without marks, dates as yyyy-MM-dd.</summary>
    public static string Written(object? value, FieldKind kind) => value switch
    {
        null => string.Empty,
        decimal sum when kind is FieldKind.Money => sum.ToString("0.00##", CultureInfo.InvariantCulture),
        decimal figure => figure.ToString("0.############", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(IsoDate, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    public TagBuilder Build() => Kind switch
    {
        FieldKind.Area => Area(),
        FieldKind.Select => Select(),
        FieldKind.Choice => Choices(),
        FieldKind.Check => Check(),
        FieldKind.Money => WithUnit(Input("text", "form-control num"), SiteText.Of("Yuan")),
        FieldKind.Number => Input("text", "form-control num"),
        FieldKind.Date => Input(Typed.Length == 0 || DateOnly.TryParseExact(Typed, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "date" : "text", "form-control field-date"),
        FieldKind.File => Input("file", "form-control"),
        FieldKind.Password => Input("password", "form-control"),
        _ => Input("text", "form-control"),
    };

    private TagBuilder Input(string type, string look)
    {
        var input = Control("input", look);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        if (Kind is FieldKind.Money or FieldKind.Number)
        {
            (input.Attributes["inputmode"], input.Attributes["autocomplete"]) = ("decimal", "off");
        }

        if (Kind is not (FieldKind.File or FieldKind.Password))
        {
            input.Attributes["value"] = Typed;
        }

        return input;
    }

    private TagBuilder Area()
    {
        var area = Control("textarea", "form-control");
        area.Attributes.TryAdd("rows", "4");

        // The first line break after the tag is the markup's own.
        area.InnerHtml.AppendHtml("\n").Append(Typed);
        return area;
    }

    private TagBuilder Select()
    {
        var select = Control("select", "form-select");
        select.InnerHtml.AppendHtml(Option(new SelectListItem(SiteText.Of("ChooseOne"), string.Empty)));
        foreach (var option in Options)
        {
            select.InnerHtml.AppendHtml(Option(option));
        }

        return select;
    }

    private TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (IsChosen(item))
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    private TagBuilder Choices()
    {
        var group = new TagBuilder("div");
        group.AddCssClass("field-choices");
        foreach (var (item, at) in Options.Select((o, i) => (o, i)))
        {
            var radio = Control("input", "form-check-input");
            radio.TagRenderMode = TagRenderMode.SelfClosing;
            radio.Attributes["id"] = at == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{at}");
            (radio.Attributes["type"], radio.Attributes["value"]) = ("radio", item.Value);
            if (IsChosen(item))
            {
                radio.Attributes["checked"] = "checked";
            }

            var label = new TagBuilder("label");
            label.AddCssClass("form-check");
            label.InnerHtml.AppendHtml(radio).AppendHtml(" <span>").Append(item.Text).AppendHtml("</span>");
            group.InnerHtml.AppendHtml(label);
        }

        return group;
    }

    private TagBuilder Check()
    {
        var box = Control("input", "form-check-input");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        (box.Attributes["type"], box.Attributes["value"]) = ("checkbox", "true");
        if (Typed.Split(',').Contains("true", StringComparer.OrdinalIgnoreCase))
        {
            box.Attributes["checked"] = "checked";
        }

        return box;
    }

    private bool IsChosen(SelectListItem item) => Typed.Length > 0 ? string.Equals(item.Value, Typed, StringComparison.Ordinal) : item.Selected;

    private TagBuilder Control(string tag, string look)
    {
        var control = new TagBuilder(tag);
        (control.Attributes["id"], control.Attributes["name"], control.Attributes["class"]) = (Id, Name, Invalid ? $"{look} is-invalid" : look);
        foreach (var attribute in Attributes)
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        Set(control, "required", Required ? "required" : null);
        Set(control, "aria-invalid", Invalid ? "true" : null);
        Set(control, "aria-describedby", DescribedBy.Length > 0 ? DescribedBy : null);
        return control;
    }

    private static void Set(TagBuilder control, string name, string? value)
    {
        if (value is not null)
        {
            control.Attributes[name] = value;
        }
    }

    private static TagBuilder WithUnit(TagBuilder input, string unit)
    {
        var (group, text) = (new TagBuilder("div"), new TagBuilder("span"));
        group.AddCssClass("input-group");
        text.AddCssClass("input-group-text");
        text.InnerHtml.Append(unit);
        group.InnerHtml.AppendHtml(input).AppendHtml(text);
        return group;
    }
}
