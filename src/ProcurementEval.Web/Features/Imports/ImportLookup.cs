using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>What is there already that an import names: numbers in use, parties, projects, tenders and plans.</summary>
internal sealed class ImportLookup
{
    private readonly Catalogue catalogue;
    private readonly Dictionary<(string Id, int Version), ImportBasis?> plans = [];

    private ImportLookup(Catalogue catalogue) => this.catalogue = catalogue;

    public required IReadOnlySet<string> ContractNumbers { get; init; }

    /// <summary>By code; only a purchaser's own can be added to.</summary>
    public required IReadOnlyDictionary<string, Project> Projects { get; init; }

    /// <summary>The project of each tender by the tender's number, and its id.</summary>
    public required IReadOnlyDictionary<string, (Guid Id, Guid ProjectId)> Tenders { get; init; }

    public required IReadOnlyDictionary<string, Party> Parties { get; init; }

    public required Guid? PurchaserId { get; init; }

    public static async Task<ImportLookup> OfAsync(AppDbContext db, Catalogue catalogue, Reader reader, IReadOnlyList<ContractLine> lines)
    {
        string[] numbers = [.. lines.Select(l => l.Number)], codes = [.. lines.Select(l => l.ProjectCode)], tenders = [.. lines.Select(l => l.TenderNumber)];
        return new ImportLookup(catalogue)
        {
            ContractNumbers = (await db.Contracts.Where(c => numbers.Contains(c.Number)).Select(c => c.Number).ToListAsync()).ToHashSet(StringComparer.Ordinal),
            Projects = await db.Projects.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code),
            Tenders = (await db.Tenders.Where(t => tenders.Contains(t.Number)).Select(t => new { t.Number, t.Id, t.ProjectId }).ToListAsync()).ToDictionary(t => t.Number, t => (t.Id, t.ProjectId)),
            Parties = await db.Parties.AsNoTracking().ToDictionaryAsync(p => p.Code),
            PurchaserId = reader.PartyId,
        };
    }

    /// <summary>The project as it is stored; null where it is new.</summary>
    public ProjectTerms? ProjectOf(ContractLine line) => Projects.TryGetValue(line.ProjectCode, out var p) && p.PurchaserId == PurchaserId
        ? new ProjectTerms(p.Title, p.Region, CodeOf(p.FinanceId), CodeOf(p.EvaluationBodyId), p.Plan.Id, p.Plan.Version)
        : null;

    /// <summary>Plan and parties of a row; null where one is missing, which is told.</summary>
    public ImportFound? Find(ContractLine line)
    {
        var (agency, finance, body) = (PartyOf(line, "agency", line.Agency, PartyKind.Agency), PartyOf(line, "finance", line.Project.Finance, PartyKind.FinanceBureau), PartyOf(line, "evaluationBody", line.Project.EvaluationBody, PartyKind.EvaluationBody));
        if (Projects.TryGetValue(line.ProjectCode, out var project) && project.PurchaserId != PurchaserId)
        {
            line.Row.Fault("project", SiteText.Of("Imports.ProjectTaken", line.ProjectCode));
        }

        // Where the contract is here already, so is its tender, and that has been told.
        if (Tenders.TryGetValue(line.TenderNumber, out var tender) && tender.ProjectId != project?.Id && !ContractNumbers.Contains(line.Number))
        {
            line.Row.Fault("tender", SiteText.Of("Imports.TenderTaken", line.TenderNumber));
        }

        var basis = line.Project.PlanId.Length > 0 ? BasisOf(line.Project.PlanId, line.Project.PlanVersion) : null;
        if (basis is null && line.Project.PlanId.Length > 0)
        {
            line.Row.Fault("plan", SiteText.Of("Imports.PlanUnknown", line.Project.PlanId, line.Project.PlanVersion));
        }

        return basis is null || agency is null || finance is null || body is null ? null : new ImportFound(basis, agency.Value, finance.Value, body.Value);
    }

    private Guid? PartyOf(ContractLine line, string column, string code, PartyKind kind)
    {
        if (Parties.TryGetValue(code, out var party) && party.Kind == kind)
        {
            return party.Id;
        }

        if (code.Length > 0)
        {
            line.Row.Fault(column, SiteText.Of("Imports.PartyUnknown", code, SiteText.Name(kind)));
        }

        return null;
    }

    private string CodeOf(Guid party) => Parties.Values.First(p => p.Id == party).Code;

    private ImportBasis? BasisOf(string id, int version)
    {
        if (!plans.TryGetValue((id, version), out var basis))
        {
            plans[(id, version)] = basis = Load(id, version);
        }

        return basis;
    }

    private ImportBasis? Load(string id, int version)
    {
        // An id names a file: nothing but what ids are made of.
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        try
        {
            var plan = catalogue.Plan(new TemplateReference(id, version));
            return new ImportBasis(plan.Value, plan.Freeze(id, version), plan.Value.Evaluations.ToDictionary(r => r.Kind, r =>
            {
                var template = catalogue.Template(r.Template);
                return new ImportTemplate(template.Value, template.Freeze(r.Template.Id, r.Template.Version));
            }));
        }
        catch (FileRefusedException)
        {
            return null;
        }
    }
}
