namespace ProcurementEval.Web.Web;

/// <summary>The headers of every answer: nothing is loaded from elsewhere, nothing runs inline, nothing is framed, and what was shown to one person is not kept for the next.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Tabler draws ticks and arrows of form controls as data: images.
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    // Set last, because a failed page's headers are thrown away before its error page is written.
    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.User.Identity is { IsAuthenticated: true } && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
