using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Tests.Data;
using ProcurementEval.Web.Tests.Templates;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>The demonstration, seeded once for all tests that copy it.</summary>
public sealed class SeededDemo : IAsyncLifetime
{
    public static readonly byte[] ServerKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly TestDatabase file = new();

    public DemoFile Demo { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Demo = await SeedAsync(file);

    public static async Task<DemoFile> SeedAsync(TestDatabase file)
    {
        await using var db = await file.OpenAsync();
        return await ProcurementEval.Web.Walks.Demo.SeedAsync(db, Shipped.Catalogue, ServerKey, _ => { });
    }

    public Task<AppDbContext> OpenAsync() => file.OpenAsync(Schema.Required);

    /// <summary>A database of the test's own that holds the demonstration.</summary>
    public TestDatabase Copy()
    {
        var copy = new TestDatabase();
        file.CopyTo(copy);
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }
}
