using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Site;

/// <summary>The demonstration as it is served from a fresh clone; one for all tests that only look at it.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Password = "demo-2025-open";

    /// <summary>One account of each kind of reader; null is nobody.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Readers = new Dictionary<string, string?>
    {
        ["anonymous"] = null,
        ["purchaser"] = "lanjiang",
        ["finance"] = "lanjiang-finance",
        ["agency"] = "mingde",
        ["leader"] = "mingheng",
        ["assessor"] = "evaluator-c",
        ["panel"] = "panel-4",
        ["auditor"] = "auditor",
        ["administrator"] = "administrator",
    };

    private RunningSite? site;

    public Uri Address => site!.Address;

    public async ValueTask InitializeAsync() => site = await RunningSite.StartAsync(DataFolder.PrepareAsync);

    public ValueTask DisposeAsync() => site?.DisposeAsync() ?? ValueTask.CompletedTask;
}

[CollectionDefinition(nameof(DemoSite))]
public sealed class DemoCollection : ICollectionFixture<DemoSite>;
