using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>Makes the projects, tenders and contracts of a sound workbook; the caller saves them, all or none.</summary>
internal sealed class Importing(AppDbContext db, Catalogue catalogue, ImportLookup known, Guid purchaserId)
{
    private readonly Dictionary<string, Project> projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> tenders = new(StringComparer.Ordinal);

    /// <param name="lines">The contracts.</param>
    /// <param name="first">The id of the first: by it a repeated form is known.</param>
    /// <param name="at">The instant.</param>
    /// <param name="by">Who brings them in.</param>
    public void Make(IReadOnlyList<ImportedLine> lines, Guid first, DateTimeOffset at, Actor by)
    {
        foreach (var (i, line) in lines.Index())
        {
            var project = ProjectOf(line);
            var ids = new Queue<Guid>(i == 0 ? [first] : []);
            var running = line.Running with { Terms = line.Running.Terms with { ProjectId = project.Id, TenderId = TenderOf(line, project, at, by) } };
            var contract = Contract.Import(running, line.Found.Basis, () => ids.TryDequeue(out var id) ? id : Guid.CreateVersion7(), at, by);
            db.Add(contract);
        }
    }

    private Project ProjectOf(ImportedLine line)
    {
        var (code, terms) = (line.Line.ProjectCode, line.Line.Project);
        if (!projects.TryGetValue(code, out var project))
        {
            projects[code] = project = known.Projects.GetValueOrDefault(code) ?? New();
        }

        return project;

        // Nobody says what the budget was; the contract was signed within it.
        Project New()
        {
            var made = new Project(Guid.CreateVersion7(), code, terms.Title, terms.Region, purchaserId, line.Found.FinanceId, line.Found.EvaluationBodyId, line.Line.Sum, line.Found.Basis.PlanText);
            db.Add(made);
            return made;
        }
    }

    private Guid TenderOf(ImportedLine line, Project project, DateTimeOffset at, Actor by)
    {
        var number = line.Line.TenderNumber;
        if (known.Tenders.TryGetValue(number, out var stored))
        {
            return stored.Id;
        }

        if (!tenders.TryGetValue(number, out var id))
        {
            tenders[number] = id = Guid.CreateVersion7();
            var (rules, law) = (line.Found.Basis.Plan.Tender, catalogue.Limits().Value);
            var template = catalogue.Template(rules.Template).Freeze(rules.Template.Id, rules.Template.Version);
            var day = law.AreAllKnown(line.Line.SignedOn) ? line.Line.SignedOn : Domain.Calendars.ChinaTime.DateOf(at);
            db.Add(Tender.Import(id, project, number, rules, template, TenderLimits.Of(rules, law, day), at, by));
        }

        return id;
    }
}
