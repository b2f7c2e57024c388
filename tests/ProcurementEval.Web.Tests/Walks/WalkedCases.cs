using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ProcurementEval.Web.Tests.Walks;

[assembly: AssemblyFixture(typeof(WalkedCases))]

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>Each shipped case walked once by the verb, on a named database, for all tests that only look.</summary>
public sealed class WalkedCases : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<WalkedCase>>> walked = new(StringComparer.Ordinal);

    internal Task<WalkedCase> OfAsync(string id) => walked.GetOrAdd(id, key => new(() => WalkAsync(key))).Value;

    public void Dispose()
    {
        foreach (var task in walked.Values.Where(t => t.IsValueCreated && t.Value.IsCompletedSuccessfully))
        {
            task.Value.Result.Copy.Dispose();
        }
    }

    private static async Task<WalkedCase> WalkAsync(string id)
    {
        var copy = new CaseCopy(id);
        var ran = await copy.WalkAsync(copy.Database);
        Assert.True(ran is { Exit: 0, Errors: "" }, ran.Errors);
        return new WalkedCase(copy, ran, new Walked(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.Out, "summary.json")))!));
    }
}

/// <summary>One walked case: where it lies, what the verb said, its summary.</summary>
internal sealed record WalkedCase(CaseCopy Copy, Ran Ran, Walked Summary);
