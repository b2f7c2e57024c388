using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Web;

/// <summary>The sign-in cookie: eight hours, and what is answered to one who has none. A page leads to the sign-in; a posted form is kept (401 and its fields); JSON gets a plain 401 or 403.</summary>
internal static class SignInCookie
{
    public const string SignIn = "/account/signin";

    public static void Set(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;

        // A demo's clock can be moved; a session is as old as it really is.
        options.TimeProvider = TimeProvider.System;
        options.LoginPath = SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = Sessions.ValidateAsync;
        options.Events.OnRedirectToLogin = ChallengeAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && !request.WantsJson())
        {
            // Never to the host that a request names: anybody may name one.
            var here = request.PathBase + request.Path + request.QueryString;
            context.Response.Redirect(request.PathBase + SignIn + QueryString.Create(context.Options.ReturnUrlParameter, here));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
