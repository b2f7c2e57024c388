using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>The files that one file names, each read and checked once; their faults gather here.</summary>
internal sealed class NamedFiles(YamlFile by, Catalogue catalogue)
{
    private readonly Dictionary<TemplateReference, Template?> templates = [];
    private readonly List<FileFault> faults = [];

    public IReadOnlyList<FileFault> Faults => faults;

    /// <summary>The template; null, with a fault noted, where it cannot be used.</summary>
    public Template? Template(TemplateReference reference)
    {
        if (!templates.TryGetValue(reference, out var template))
        {
            templates[reference] = template = Sound(() => catalogue.Template(reference), reference.Id, $"{reference.Id}-{reference.Version}")?.Value;
        }

        return template;
    }

    public WorkCalendar? Calendar(string id) => Sound(() => catalogue.Calendar(id), id, id)?.Value;

    private Loaded<T>? Sound<T>(Func<Loaded<T>> read, string id, string name)
    {
        try
        {
            var loaded = read();
            FileCheck.Require(loaded.File, catalogue);
            return loaded;
        }
        catch (FileRefusedException e)
        {
            faults.Add(FileFault.Block(by.Path, LineNaming(id), "NamedFileUnusable", name));
            faults.AddRange(e.Faults.Where(f => f.Severity == Severity.Block));
            return null;
        }
    }

    private int LineNaming(string id)
    {
        var lines = by.Text.Split('\n');
        return Math.Max(0, Array.FindIndex(lines, l => l.Contains($"id: {id},", StringComparison.Ordinal) || l.Contains($"calendar: {id}", StringComparison.Ordinal) || l.EndsWith($" id: {id}", StringComparison.Ordinal))) + 1;
    }
}
