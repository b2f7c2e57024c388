using System.Net;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Jobs;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Hosting;

/// <summary>Puts the site together: what it is made of, and what every request passes through.</summary>
internal static class Site
{
    private const long LargestRequest = 110L * 1024 * 1024;

    private static Catalogue Shipped => Catalogue.Around(Path.Combine(AppContext.BaseDirectory, "any"));

    public static WebApplication Build(SiteSettings settings, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.WebHost.UseUrls(settings.Address);
        builder.WebHost.ConfigureKestrel(k => (k.AddServerHeader, k.Limits.MaxRequestBodySize) = (false, LargestRequest));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        // The keys are sealed by KeyRing, which the framework cannot know.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        // What stops the start is told as one sentence by the command line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        Pages(builder.Services);
        Store(builder.Services, settings);
        Accounts(builder.Services, settings);
        adjust?.Invoke(builder.Services);
        var site = builder.Build();
        Pipeline(site, settings);
        return site;
    }

    private static void Pages(IServiceCollection services)
    {
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";

            // A form that arrives after its sign-in has ended is answered there.
            o.Conventions.AddPageRoute("/Account/Kept", "/errors/401");
        }).AddMvcOptions(o => FormWords.Set(o.ModelBindingMessageProvider))
            .AddMvcOptions(o => o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddLook();
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
    }

    private static void Store(IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Demo)
        {
            // Reading it checks every case that it varies. It is made of what is shipped: uploads are in the database, whose clock it sets.
            services.AddSingleton(_ => DemoFile.Read(Shipped));
            services.AddSingleton(provider => new DemoClock(Path.Combine(settings.Folder, "clock.txt"), Demo.StartOf(provider.GetRequiredService<DemoFile>())));
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        }
        else
        {
            services.AddSingleton(TimeProvider.System);
        }

        services.AddSingleton<Clock>();
        services.AddSingleton<ClockJob>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockJob>());
        services.AddScoped(provider =>
        {
            var db = Databases.Context(settings.Provider, settings.DatabaseConnection);
            db.Acting = new Act(Actor.Job("sign-in"), provider.GetRequiredService<TimeProvider>().Instant());
            return db;
        });
        services.AddScoped(provider => Reader.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User) ?? throw new InvalidOperationException("Nobody has signed in."));
        services.AddScoped<Scope>();
        services.AddScoped<AuditSight>();
        services.AddSingleton(_ => new FileStore(settings.FilesFolder));
        services.AddSingleton(_ => new SealVault(ServerKey.At(settings.KeyFile, RandomNumberGenerator.GetBytes), RandomNumberGenerator.GetBytes));
        services.AddSingleton<FormMarks>();
        services.AddSingleton(_ => new FontSet());
        services.AddSingleton<Uploads>();
        services.AddSingleton(_ => new BidderTag(ServerKey.At(settings.KeyFile, RandomNumberGenerator.GetBytes)));
        services.AddSingleton<Features.Sheets.SheetTurns>();
        services.AddSingleton<PublishedUploads>();
        services.AddSingleton(provider => Shipped.With(provider.GetRequiredService<PublishedUploads>()));
        services.AddDataProtection().SetApplicationName("ProcurementEval");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(o =>
            o.XmlRepository = new KeyRing(provider.GetRequiredService<IServiceScopeFactory>(), ServerKey.At(settings.KeyFile, RandomNumberGenerator.GetBytes))));
    }

    private static void Accounts(IServiceCollection services, SiteSettings settings)
    {
        services.AddIdentityCore<User>(o =>
        {
            o.User.AllowedUserNameCharacters = string.Empty;
            (o.Password.RequiredLength, o.Password.RequireNonAlphanumeric, o.Password.RequireUppercase, o.Password.RequireLowercase, o.Password.RequireDigit) = (10, false, false, false, false);
            (o.Password.RequiredUniqueChars, o.SignIn.RequireConfirmedAccount) = (5, true);
            (o.Lockout.MaxFailedAccessAttempts, o.Lockout.DefaultLockoutTimeSpan) = (5, TimeSpan.FromMinutes(15));
        }).AddUserStore<UserOnlyStore<User, AppDbContext, Guid>>().AddSignInManager().AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<User>, ReaderClaims>();
        services.AddScoped<IUserConfirmation<User>, OpenAccounts>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(SignInCookie.Set);
            cookies.TwoFactorUserIdCookie!.Configure(o => o.TimeProvider = TimeProvider.System);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SiteSettings.SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
        });
    }

    // By the length that it announces: one that is refused while a form reads it is told that its form is broken.
    private static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength is not > LargestRequest || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static void Pipeline(WebApplication site, SiteSettings settings)
    {
        if (settings.Proxy is { } proxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            site.UseForwardedHeaders(forwarded);
        }

        site.UseMiddleware<SecurityHeaders>();
        site.UseRequestLocalization(Languages.Options);
        site.UseWhen(context => !context.Request.WantsJson(), people => people.UseExceptionHandler("/errors/500").UseStatusCodePagesWithReExecute("/errors/{0}"));
        site.UseWhen(context => context.Request.WantsJson(), programs => programs.UseExceptionHandler().UseStatusCodePages());
        site.Use(RefuseTooLarge);
        site.UseLook();
        site.UseRouting();
        site.UseRateLimiter();
        site.UseAuthentication();
        site.UseAuthorization();
        site.MapRazorPages();
    }
}
