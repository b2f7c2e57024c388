using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Templates.Demos;

namespace ProcurementEval.Web.Templates;

/// <summary>Checks a file twice: by the schema of its kind, then by sense, joined with what it names.</summary>
public static class FileCheck
{
    /// <summary>The words that may stand under "kind" of a file; each has its schema beside the files.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["template", "plan", "calendar", "limits", "case", "score-input", "demo"];

    /// <summary>Every fault of a file, sorted by line; what is wrong with the files that it names is among them.</summary>
    public static IReadOnlyList<FileFault> Faults(YamlFile file, Catalogue catalogue) => Faults(file, catalogue, expected: null);

    /// <summary>Takes a file only if nothing blocks it; gives back the warnings.</summary>
    /// <param name="file">The file.</param>
    /// <param name="catalogue">Where its schema and what it names are.</param>
    /// <param name="kind">The kind that it must be of; null where any is welcome.</param>
    /// <exception cref="FileRefusedException">Something blocks it.</exception>
    public static IReadOnlyList<FileFault> Require(YamlFile file, Catalogue catalogue, string? kind = null)
    {
        var faults = Faults(file, catalogue, kind);
        return faults.Any(f => f.Severity == Severity.Block) ? throw new FileRefusedException(faults) : faults;
    }

    private static IReadOnlyList<FileFault> Faults(YamlFile file, Catalogue catalogue, string? expected)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        try
        {
            var kind = expected ?? KindOf(file);
            var shape = SchemaCheck.Faults(file, catalogue.Schema(kind));
            return shape.Count > 0 ? shape : [.. Sense(kind, file, catalogue).OrderBy(f => f.File == file.Path ? f.Line : int.MaxValue)];
        }
        catch (FileRefusedException e)
        {
            return e.Faults;
        }
    }

    private static string KindOf(YamlFile file)
    {
        var written = file.Root.Entries.FirstOrDefault(e => e.Key == "kind") ?? throw new FileRefusedException(file.Path, 1, "FileKindMissing", string.Join(", ", Kinds));
        var kind = (written.Value as YamlScalar)?.Value ?? string.Empty;
        return Kinds.Contains(kind) ? kind : throw new FileRefusedException(file.Path, written.Line, "WordUnknown", "kind", kind, string.Join(", ", Kinds));
    }

    private static IEnumerable<FileFault> Sense(string kind, YamlFile file, Catalogue catalogue) => kind switch
    {
        "template" => Placed(file, TemplateCheck.Faults(Catalogue.Parse<Template>(file).Value)).Concat(Name(file)),
        "plan" => Plan(file, catalogue).Concat(Name(file)),
        "calendar" => Placed(file, Calendar(Catalogue.Parse<WorkCalendar>(file).Value, catalogue)).Concat(Name(file)),
        "limits" => Placed(file, LegalLimitsCheck.Faults(Catalogue.Parse<LegalLimits>(file).Value)),
        "case" => CaseCheck.Faults(Catalogue.Parse<CaseFile>(file), catalogue),
        "demo" => DemoCheck.Faults(Catalogue.Parse<DemoFile>(file), catalogue),
        _ => ScoreInputFile.Faults(file, catalogue),
    };

    private static IEnumerable<Fault> Calendar(WorkCalendar calendar, Catalogue catalogue) => CalendarCheck.Faults(calendar)
        .Concat(catalogue.Calendars().LastOrDefault(c => c.Value.Id == calendar.Id && c.Value.Version < calendar.Version) is { } before ? CalendarCheck.FaultsAfter(calendar, before.Value) : []);

    private static IEnumerable<FileFault> Plan(YamlFile file, Catalogue catalogue)
    {
        var plan = Catalogue.Parse<Plan>(file).Value;
        var named = new NamedFiles(file, catalogue);
        var limits = catalogue.Limits();
        Require(limits.File, catalogue, "limits");
        var faults = Placed(file, PlanCheck.Faults(plan, named.Template, limits.Value, DateOnly.MaxValue)).ToArray();
        named.Calendar(plan.Calendar);
        return [.. faults, .. named.Faults];
    }

    /// <summary>Puts faults of records at the lines of their file.</summary>
    public static IEnumerable<FileFault> Placed(YamlFile file, IEnumerable<Fault> faults) =>
        faults.Select(f => new FileFault(f.Severity, file.Path, file.LineOf(f.Path), f.Code, f.Arguments));

    // A file is found by its name, so the name repeats id and version.
    private static IEnumerable<FileFault> Name(YamlFile file)
    {
        var identity = file.Root.Entries.ToDictionary(e => e.Key, e => (e.Value as YamlScalar)?.Value);
        var name = $"{identity["id"]}-{identity["version"]}.yaml";
        return Path.GetFileName(file.Path) == name ? [] : [new FileFault(Severity.Warn, file.Path, file.LineOf("id"), "FileNameDiffers", name)];
    }
}
