using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>No end-point is open by mistake.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task EndPoints_OfTheRunningSite_RequireAPermissionOrSayThatAnybodyMay()
    {
        await using var site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        var loader = site.Services.GetRequiredService<PageLoader>();
        var endPoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        var open = new List<string>();
        foreach (var endPoint in endPoints)
        {
            // A page's own attributes are known once it is loaded.
            IEnumerable<object> metadata = endPoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? (await loader.LoadAsync(page, endPoint.Metadata)).EndpointMetadata! : endPoint.Metadata;
            if (!metadata.Any(m => m is RequiresAttribute or IAllowAnonymous))
            {
                open.Add(endPoint.DisplayName!);
            }
        }

        Assert.True(endPoints.Count > 30);
        Assert.Empty(open);
    }
}
