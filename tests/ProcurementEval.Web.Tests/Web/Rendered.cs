using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ProcurementEval.Web.Tests.Web;

/// <summary>What a tag becomes on a page with the given form state and address.</summary>
internal sealed class Rendered
{
    private static readonly EmptyModelMetadataProvider Metadata = new();
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public Rendered(string path = "/", string query = "")
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (path, new QueryString(query));
        View = new ViewContext { HttpContext = request.HttpContext, ViewData = new ViewDataDictionary(Metadata, Form) };
    }

    public ModelStateDictionary Form { get; } = new();

    public ViewContext View { get; }

    public static ModelExpression Property<T>(string name, T value) => new(name, Metadata.GetModelExplorerForType(typeof(T), value));

    public static async Task<string> AsHtmlAsync(TagHelper tag, params (string Name, string Value)[] attributes)
    {
        var output = new TagHelperOutput("tag", [.. attributes.Select(a => new TagHelperAttribute(a.Name, a.Value))], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await tag.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        await using var text = new StringWriter();
        output.WriteTo(text, Encoder);
        return text.ToString();
    }

    public void Typed(string name, string text, string? error = null)
    {
        Form.SetModelValue(name, text, text);
        if (error is not null)
        {
            Form.AddModelError(name, error);
        }
    }
}
