using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Web.Tests.Templates.Cases;

/// <summary>A copy of the shipped files in which one of them differs.</summary>
internal sealed class CopiedFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("copied");

    public CopiedFolder(string changed, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(CaseFolder.Catalogue.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(CaseFolder.Catalogue.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var path = Path.Combine(folder.FullName, changed);
        var text = File.ReadAllText(path);
        Assert.NotEqual(text, change(text));
        File.WriteAllText(path, change(text));
    }

    public IReadOnlyList<FileFault> FaultsOf(string id, Func<string, string>? change = null) => CaseCheck.Faults(CaseFolder.Read(id, change), new Catalogue(folder.FullName));

    public void Dispose() => folder.Delete(recursive: true);
}
