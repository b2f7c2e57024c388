using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace ProcurementEval.Web.Web;

/// <summary>What a reader has chosen for this browser, signed in or not: language and theme.</summary>
public static class Preferences
{
    private const string ThemeCookie = "theme";

    public static Theme ThemeOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Enum.TryParse<Theme>(request.Cookies[ThemeCookie], ignoreCase: false, out var theme) && Enum.IsDefined(theme) ? theme : Theme.Auto;
    }

    public static void Keep(HttpResponse response, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(ThemeCookie, theme.ToString(), Lasting(response));
    }

    public static void Keep(HttpResponse response, CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), Lasting(response));
    }

    private static CookieOptions Lasting(HttpResponse response) =>
        new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = response.HttpContext.Request.IsHttps };
}
