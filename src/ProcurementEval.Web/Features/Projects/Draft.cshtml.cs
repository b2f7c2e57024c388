using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Projects;

/// <summary>立项: the purchaser chooses a plan and says what is bought where; the project and the draft of its tender are made together.</summary>
[Requires(Permission.DraftProject)]
public sealed class DraftModel(Catalogue catalogue, SealVault vault) : SitePage
{
    private const int ShortText = 100;

    /// <summary>The plan as "id-version".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? ProjectTitle { get; set; }

    [BindProperty]
    public string? Region { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Codes of parties.</summary>
    [BindProperty]
    public string? Finance { get; set; }

    [BindProperty]
    public string? EvaluationBody { get; set; }

    public override string Creates => "project";

    public IReadOnlyList<Loaded<Plan>> Plans { get; private set; } = [];

    public Loaded<Plan>? Plan => Plans.FirstOrDefault(p => NameOf(p.Value) == Chosen);

    public IReadOnlyList<Party> Bureaux { get; private set; } = [];

    public IReadOnlyList<Party> Bodies { get; private set; } = [];

    public static string NameOf(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plan.Id}-{plan.Version}");
    }

    public void OnGet()
    {
        // What the plan suggests; the purchaser may write something else.
        ProjectTitle ??= Plan?.Value.Title;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (code, title, region, number) = (Form.Text(nameof(Code), Code, ShortText), Form.Text(nameof(ProjectTitle), ProjectTitle, 2 * ShortText), Form.Text(nameof(Region), Region, ShortText), Form.Text(nameof(Number), Number, ShortText));
        var (bureau, body) = (PartyOf(nameof(Finance), Finance, Bureaux), PartyOf(nameof(EvaluationBody), EvaluationBody, Bodies));
        if (Plan is null)
        {
            Form.Fault(nameof(Chosen), "Form.Choose", string.Empty);
        }

        return await CreateAsync<Project>("Project.Drafted", id => $"/projects/{id}", (id, _, _) =>
        {
            var (plan, rules, limits) = (Plan!.Value, Plan.Value.Tender, catalogue.Limits().Value);
            var project = new Project(id, code, title, region, Reader.PartyId!.Value, bureau!.Id, body!.Id, plan.Budget, Plan.Freeze(plan.Id, plan.Version));
            var template = catalogue.Template(rules.Template).Freeze(rules.Template.Id, rules.Template.Version);
            var tender = new Tender(Guid.CreateVersion7(), id, number, rules.Method, template, new TenderLimits(limits.Whole(Today, LegalNumber.ResponseDays), limits.Whole(Today, LegalNumber.MinimumBids), rules.Panel.Members, rules.Panel.Experts));
            Db.AddRange(project, tender, vault.NewKey(tender.Id));
            return Task.CompletedTask;
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        Plans = catalogue.Plans();
        var parties = await Db.Parties.AsNoTracking().Where(p => p.Kind == PartyKind.FinanceBureau || p.Kind == PartyKind.EvaluationBody).OrderBy(p => p.Code).ToListAsync();
        Bureaux = [.. parties.Where(p => p.Kind == PartyKind.FinanceBureau)];
        Bodies = [.. parties.Where(p => p.Kind == PartyKind.EvaluationBody)];
        return Reader.PartyId is not null;
    }

    private Party? PartyOf(string field, string? code, IReadOnlyList<Party> parties) => parties.FirstOrDefault(p => p.Code == code) ?? Form.Fault<Party?>(field, "Form.Choose", null);
}
