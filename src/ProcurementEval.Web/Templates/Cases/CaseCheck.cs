using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Checks a case by sense: against its plan, its templates and the calendar, before anything is walked.</summary>
public static class CaseCheck
{
    public static IReadOnlyList<FileFault> Faults(Loaded<CaseFile> file, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        var faults = new List<Fault>();
        try
        {
            var context = Context(file.Value, catalogue, faults);
            faults.AddRange(Senses(context));
        }
        catch (FileRefusedException e)
        {
            // A plan or template that cannot be read names its own faults; nothing can be said of the case without it.
            return [.. Placed(faults, file.File), .. e.Faults];
        }

        if (Path.GetFileNameWithoutExtension(file.File.Path) != file.Value.Id)
        {
            faults.Add(Fault.Block("id", "CaseNameDiffers", Path.GetFileName(file.File.Path), file.Value.Id));
        }

        return Placed(faults, file.File);
    }

    private static CaseContext Context(CaseFile file, Catalogue catalogue, List<Fault> faults)
    {
        var plan = catalogue.Plan(file.Plan with { Sha256 = null });
        FileCheck.Require(plan.File, catalogue, "plan");
        Pin(file.Plan, plan.File.Sha256, "plan", faults);
        var needed = plan.Value.Evaluations.Select(e => e.Template).Prepend(plan.Value.Tender.Template).DistinctBy(t => (t.Id, t.Version)).ToArray();
        foreach (var missing in needed.Where(n => file.Templates.All(t => (t.Id, t.Version) != (n.Id, n.Version))))
        {
            faults.Add(Fault.Block("templates", "CaseTemplateNotPinned", missing.Id, missing.Version));
        }

        for (var i = 0; i < file.Templates.Count; i++)
        {
            var reference = file.Templates[i];
            if (file.Templates.Take(i).Any(t => (t.Id, t.Version) == (reference.Id, reference.Version)))
            {
                faults.Add(Fault.Block($"templates/{i}", "CaseTemplateTwice", reference.Id, reference.Version));
            }

            if (needed.All(n => (n.Id, n.Version) != (reference.Id, reference.Version)))
            {
                faults.Add(Fault.Warn($"templates/{i}", "CaseTemplateUnused", reference.Id, reference.Version));
                continue;
            }

            Pin(reference, catalogue.Template(reference with { Sha256 = null }).File.Sha256, $"templates/{i}", faults);
        }

        var templates = needed.ToDictionary(n => (n.Id, n.Version), n => catalogue.Template(n with { Sha256 = null }).Value);
        return new CaseContext(file, plan.Value, templates, catalogue.Calendar(plan.Value.Calendar).Value, catalogue.Limits().Value);
    }

    private static void Pin(TemplateReference reference, string actual, string path, List<Fault> faults)
    {
        if (reference.Sha256 is null)
        {
            faults.Add(Fault.Block(path, "CaseHashMissing", reference.Id, reference.Version, actual));
        }
        else if (reference.Sha256 != actual)
        {
            faults.Add(Fault.Block($"{path}/sha256", "CaseHashDiffers", reference.Id, reference.Version, reference.Sha256, actual));
        }
    }

    private static List<Fault> Senses(CaseContext context)
    {
        if (!context.Limits.AreAllKnown(context.File.Tender.Published))
        {
            return [Fault.Block("tender/published", "CaseBeforeLaw", context.File.Tender.Published)];
        }

        List<Fault> faults = [.. CaseDates.Covered(context), .. CaseTenderSense.Faults(context)];
        if (faults.Any(f => f.Code == "CaseDateOutsideCalendar"))
        {
            return faults;
        }

        try
        {
            faults.AddRange(CaseDates.Faults(context));
            faults.AddRange(CaseMoneySense.Faults(context));
        }
        catch (CalendarRangeException e)
        {
            faults.Add(Fault.Block("ends", "CaseDateOutsideCalendar", e.Date, context.Calendar.Id, context.Calendar.From, context.Calendar.To));
        }

        faults.AddRange(CaseDeliverySense.Faults(context, out var records));
        faults.AddRange(CaseEvaluationSense.Faults(context, records));
        return faults;
    }

    // What several subjects share is said once.
    private static IReadOnlyList<FileFault> Placed(IEnumerable<Fault> faults, YamlFile file) =>
    [
        .. faults.Select(f => new FileFault(f.Severity, file.Path, file.LineOf(f.Path), f.Code, f.Arguments))
            .DistinctBy(f => (f.Line, f.Code, string.Join('|', f.Arguments)))
            .OrderBy(f => f.Line),
    ];
}

/// <summary>A case with all that it is checked against.</summary>
internal sealed record CaseContext(CaseFile File, Plan Plan, IReadOnlyDictionary<(string Id, int Version), Template> Templates, WorkCalendar Calendar, LegalLimits Limits)
{
    /// <summary>A legal number as it stood when the tender was published.</summary>
    public int Limit(LegalNumber number) => Limits.Whole(File.Tender.Published, number);


    public Template TemplateOf(TemplateReference reference) => Templates[(reference.Id, reference.Version)];
}
