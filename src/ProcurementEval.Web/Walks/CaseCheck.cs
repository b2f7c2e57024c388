using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>Checks a case by sense, joined with its plan and templates; its shape is already known to be right.</summary>
internal static class CaseCheck
{
    public static IEnumerable<FileFault> Faults(Loaded<CaseFile> loaded, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var named = new NamedFiles(loaded.File, catalogue);
        foreach (var reference in loaded.Value.Templates)
        {
            named.Template(reference);
        }

        return named.Faults;
    }
}
