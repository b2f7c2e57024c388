using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Site;

/// <summary>The real site, as a demonstration, on a free port of loopback and in a data folder of its own.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("browsed-");
    private WebApplication site = null!;

    public Uri Address => new(site.Urls.Single());

    /// <param name="prepare">Fills the data folder before the site starts.</param>
    /// <param name="adjust">What the site is made of and is to be otherwise here.</param>
    public static async Task<RunningSite> StartAsync(Func<SiteSettings, Task> prepare, Action<SiteSettings, IServiceCollection>? adjust = null)
    {
        var running = new RunningSite();
        var settings = new SiteSettings("http://127.0.0.1:0", running.folder.FullName, Databases.Sqlite, Connection: null, Demo: true) { SignInsPerMinute = 10_000 };
        await prepare(settings);
        running.site = ProcurementEval.Web.Hosting.Site.Build(settings, services =>
        {
            services.AddLogging(l => l.ClearProviders());

            // The framework's hashes are kept, with fewer rounds for those made here.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            adjust?.Invoke(settings, services);
        });
        await running.site.StartAsync();
        return running;
    }

    public async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
