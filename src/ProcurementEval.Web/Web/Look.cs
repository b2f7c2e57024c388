namespace ProcurementEval.Web.Web;

/// <summary>The files of the look: style sheets, scripts, pictures; packed, and kept by browsers as long as their address stays the same.</summary>
internal static class Look
{
    private static readonly string[] Packed = ["text/css", "text/javascript", "image/svg+xml"];

    // Only files that hold nothing of a reader's are packed: a packed page tells its secrets by its length.
    public static IServiceCollection AddLook(this IServiceCollection services) => services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, Packed));

    public static void UseLook(this WebApplication site)
    {
        site.UseResponseCompression();
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Lasts(file.Context.Request) });
    }

    // A versioned address (asp-append-version) never changes its content; scripts are asked for each time, so that a page and its scripts are of one version.
    private static string Lasts(HttpRequest request) => request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable"
        : request.Path.Value!.EndsWith(".js", StringComparison.Ordinal) ? "no-cache" : "public, max-age=3600";
}
