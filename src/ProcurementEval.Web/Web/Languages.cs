using Microsoft.AspNetCore.Localization;

namespace ProcurementEval.Web.Web;

/// <summary>The languages of the site; the reader's own choice (a cookie) goes before what the browser asks for.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> All = ["zh-Hans", "zh-Hant", "en"];

    // zh-CN and zh-SG have zh-Hans as their parent; zh-TW, zh-HK and zh-MO have zh-Hant.
    public static RequestLocalizationOptions Options
    {
        get
        {
            var options = new RequestLocalizationOptions { RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()] };
            return options.SetDefaultCulture(All[0]).AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
        }
    }
}
