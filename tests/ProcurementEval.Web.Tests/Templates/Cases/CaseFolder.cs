using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Web.Tests.Templates.Cases;

/// <summary>The shipped cases, as they are or with a change of their text.</summary>
internal static class CaseFolder
{
    public static Catalogue Catalogue { get; } = new(Templates());

    public static string PathOf(string id) => Path.Combine(Catalogue.Folder, "cases", $"{id}.yaml");

    public static Loaded<CaseFile> Read(string id, Func<string, string>? change = null)
    {
        var text = File.ReadAllText(PathOf(id));
        return Catalogue.Parse<CaseFile>(YamlFile.Of(PathOf(id), change is null ? text : change(text)));
    }

    /// <summary>Writes more after the last place that holds a text.</summary>
    public static string AfterLast(string text, string place, string more)
    {
        var at = text.LastIndexOf(place, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{place}' is not there.");
        return text.Insert(at + place.Length, more);
    }

    private static string Templates()
    {
        var up = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(up.FullName, "ProcurementEval.sln")))
        {
            up = up.Parent!;
        }

        return Path.Combine(up.FullName, "evaluation-templates");
    }
}
