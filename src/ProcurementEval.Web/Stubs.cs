#pragma warning disable
namespace ProcurementEval.Web.Storage { public sealed class FileStore(string folder) { } }
namespace ProcurementEval.Web.Web
{
    public static class Typed { public static string Digits(string? s) => s ?? ""; public static decimal? Number(string s) => null; public static decimal? Money(string s) => null; public static DateOnly? Date(string s) => null; public static bool IsClean(string s) => true; }
    public static class Show { public static string Time(DateTimeOffset t) => t.ToString(); public static string Instant(DateTimeOffset t) => t.ToString(); public static string Date(DateOnly d) => d.ToString(); }
    public static class Demo { public const string Password = "x"; }
    public static class Languages { public static RequestLocalizationOptions Options() => new(); }
}
namespace ProcurementEval.Web.Web
{
    [Microsoft.AspNetCore.Razor.TagHelpers.HtmlTargetElement("field")]
    public class FieldX : Microsoft.AspNetCore.Razor.TagHelpers.TagHelper
    {
        public Microsoft.AspNetCore.Mvc.ViewFeatures.ModelExpression For { get; set; }
        public override void Process(Microsoft.AspNetCore.Razor.TagHelpers.TagHelperContext c, Microsoft.AspNetCore.Razor.TagHelpers.TagHelperOutput o) { o.TagName = "input"; o.Attributes.SetAttribute("name", For.Name); }
    }
    [Microsoft.AspNetCore.Razor.TagHelpers.HtmlTargetElement("error-summary")]
    public class ErrX : Microsoft.AspNetCore.Razor.TagHelpers.TagHelper
    {
        [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext] public Microsoft.AspNetCore.Mvc.Rendering.ViewContext V { get; set; }
        public override void Process(Microsoft.AspNetCore.Razor.TagHelpers.TagHelperContext c, Microsoft.AspNetCore.Razor.TagHelpers.TagHelperOutput o) { o.TagName = "div"; o.Content.SetContent(string.Join(" ", V.ViewData.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage))); }
    }
}
