using System.Globalization;
using System.Text.Json;

namespace ProcurementEval.Web.Storage;

/// <summary>The cases that were walked into a folder, one subfolder each, as their summary.json tells; a file is served only if a summary lists it.</summary>
public sealed class WalkedCases(string folder)
{
    private const string SummaryFile = "summary.json";

    public string Folder { get; } = folder;

    /// <summary>In the order of their folders' names; a summary that cannot be read is left out and counted by <see cref="Unreadable"/>.</summary>
    public IReadOnlyList<WalkedCase> All() => [.. Folders().Select(Read).OfType<WalkedCase>()];

    public int Unreadable() => Folders().Count(f => Read(f) is null);

    /// <summary>Path of a listed file; null for any other name.</summary>
    public string? Find(string name, string file) =>
        All().FirstOrDefault(c => c.Name == name) is { } walked && (file == SummaryFile || walked.Files.Contains(file)) && Path.Combine(Folder, name, file) is var path && File.Exists(path)
            ? Path.GetFullPath(path)
            : null;

    private IEnumerable<string> Folders() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Where(f => File.Exists(Path.Combine(f, SummaryFile))).Order(StringComparer.Ordinal)
        : [];

    private static WalkedCase? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, SummaryFile)));
            var (root, contract, result) = (json.RootElement, json.RootElement.GetProperty("contract"), json.RootElement.GetProperty("result"));
            return new WalkedCase(
                Path.GetFileName(folder),
                contract.GetProperty("number").GetString()!,
                Figure(contract.GetProperty("amount")),
                contract.GetProperty("state").GetString()!,
                result.GetProperty("total").ValueKind == JsonValueKind.Null ? null : Figure(result.GetProperty("total")),
                result.GetProperty("grade").GetString(),
                [.. root.GetProperty("instalments").EnumerateArray().Select(i => Figure(i.GetProperty("paid")))],
                [.. root.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()!).Where(IsPlainName)]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static decimal Figure(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    // A summary from elsewhere must not lead out of its folder.
    private static bool IsPlainName(string path) => path.Length > 0 && path == Path.GetFileName(path);
}

/// <summary>One walked case: folder name, contract number, sum in yuan, state and grade as codes, total with two decimals, paid sums of the instalments, and names of its files.</summary>
public sealed record WalkedCase(string Name, string Number, decimal Sum, string State, decimal? Total, string? Grade, IReadOnlyList<decimal> Paid, IReadOnlyList<string> Files);
