using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ProcurementEval.Web.Web;

/// <summary>What every page stands on: languages, headers, error pages, style sheets.</summary>
public static class Look
{
    private static readonly string[] Packed = ["text/css", "text/javascript", "image/svg+xml"];

    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/Features")
            .AddMvcOptions(o => Speak(o.ModelBindingMessageProvider))
            .AddMvcOptions(o => o.ModelMetadataDetailsProviders.Add(new ValidationWords()))
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, _) => new SiteLocalizer());

        // Only files that hold nothing of a reader's are packed: a packed page tells its secrets by its length.
        return services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, Packed));
    }

    public static WebApplication UseLook(this WebApplication site)
    {
        ArgumentNullException.ThrowIfNull(site);
        site.Use(SecurityHeaders.AddAsync);
        site.UseRequestLocalization(Languages.Options);
        site.UseExceptionHandler("/errors/500");
        site.UseStatusCodePagesWithReExecute("/errors/{0}");
        site.UseResponseCompression();
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Lasts(file.Context.Request) });
        return site;
    }

    // A versioned address (asp-append-version) never changes its content.
    private static string Lasts(HttpRequest request) => request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";

    private static void Speak(DefaultModelBindingMessageProvider provider)
    {
        provider.SetMissingBindRequiredValueAccessor(_ => SiteText.Of("Binding.Missing"));
        provider.SetMissingKeyOrValueAccessor(() => SiteText.Of("Binding.Missing"));
        provider.SetMissingRequestBodyRequiredValueAccessor(() => SiteText.Of("Binding.Missing"));
        provider.SetValueMustNotBeNullAccessor(_ => SiteText.Of("Binding.Missing"));
        provider.SetAttemptedValueIsInvalidAccessor((value, _) => SiteText.Of("Binding.Unreadable", value));
        provider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => SiteText.Of("Binding.Unreadable", value));
        provider.SetUnknownValueIsInvalidAccessor(_ => SiteText.Of("Binding.Unreadable", string.Empty));
        provider.SetNonPropertyUnknownValueIsInvalidAccessor(() => SiteText.Of("Binding.Unreadable", string.Empty));
        provider.SetValueIsInvalidAccessor(value => SiteText.Of("Binding.Unreadable", value));
        provider.SetValueMustBeANumberAccessor(_ => SiteText.Of("Binding.NotANumber"));
        provider.SetNonPropertyValueMustBeANumberAccessor(() => SiteText.Of("Binding.NotANumber"));
    }
}
