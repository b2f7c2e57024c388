using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Templates;

/// <summary>The files that are shipped, and texts made from them.</summary>
internal static class Shipped
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static Catalogue Catalogue { get; } = new(Path.Combine(Root, "evaluation-templates"));

    public static string PathOf(string name) => Path.Combine(Catalogue.Folder, name);

    public static IReadOnlyList<FileFault> Faults(string name, string text) => FileCheck.Faults(YamlFile.Of(PathOf(name), text), Catalogue);

    /// <summary>The faults of a shipped file after one of its texts was replaced, once.</summary>
    public static IReadOnlyList<FileFault> Changed(string name, string from, string to)
    {
        var text = File.ReadAllText(PathOf(name));
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} does not hold “{from}”.");
        return Faults(name, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "ProcurementEval.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
