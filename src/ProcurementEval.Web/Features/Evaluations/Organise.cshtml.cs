using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>组织评估: the evaluation body begins the plan's next evaluation and names who rates; every subject gets its evaluation, open for answers on recusal.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class OrganiseModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Codes of posts or sites, one a line, where the plan rates posts.</summary>
    [BindProperty]
    public string? Subjects { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public AssessorLines Lines { get; set; } = new();

    public Contract Contract { get; private set; } = null!;

    public override object? Root => Contract;

    /// <summary>The plan's next evaluation; null while one before it has no published result, and when all have begun.</summary>
    public EvaluationRule? Rule { get; private set; }

    /// <summary>The evaluation whose result must be out first.</summary>
    public EvaluationRule? WaitsFor { get; private set; }

    public Template? Template => Rule is { } rule ? catalogue.Template(rule.Template).Value : null;

    public bool SubjectsAreTyped => Rule?.Subjects == SubjectKind.Post;

    /// <summary>Accounts that may rate.</summary>
    public IReadOnlyList<User> People { get; private set; } = [];

    /// <summary>So many of each class of raters as the plan needs.</summary>
    public AssessorChoice Choice => new(Lines, Rule!.Quorum * Template!.Raters.Count, People, Template.Raters, "assessor", $"&kind={Uri.EscapeDataString(Rule.Kind)}");

    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.Organised", $"/contracts/{Id}#evaluations", Open);

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Contracts.Whole().SingleOrDefaultAsync(c => c.Id == Id) is not { } contract || !Scope.Leads(await Db.Projects.SingleAsync(p => p.Id == contract.ProjectId)))
        {
            return false;
        }

        Contract = contract;
        var rules = contract.Plan.ToPlan().Evaluations;
        WaitsFor = rules.FirstOrDefault(r => contract.Evaluations.Any(e => e.Kind == r.Kind && e.Stage < EvaluationStage.Published));
        var next = rules.FirstOrDefault(r => contract.Evaluations.All(e => e.Kind != r.Kind));
        Rule = WaitsFor is null && (Kind is null || Kind == next?.Kind) ? next : null;
        People = await Db.Evaluators().ToListAsync();
        return true;
    }

    private void Open(DateTimeOffset at, Actor by)
    {
        RefusedException.ThrowIf(Contract.Stage is not (ContractStage.Delivering or ContractStage.MidTermRated), "NotInThisStage", Contract.Process.Name, "Organise", Contract.Stage.ToString());
        if (Rule is not { } rule)
        {
            throw new RefusedException([WaitsFor is { } first ? new Unmet("EvaluationWaits", new EvaluationKind(first.Kind)) : new Unmet("EvaluationsAllOrganised")]);
        }

        var named = Lines.Named(Form, "Evaluation.AssessorsWrong", People, Template!.Raters);
        var subjects = SubjectCodes(rule);
        if (!ModelState.IsValid)
        {
            return;
        }

        var frozen = catalogue.Template(rule.Template).Freeze(rule.Template.Id, rule.Template.Version);
        foreach (var subject in subjects)
        {
            var evaluation = new Evaluation(Guid.CreateVersion7(), Contract.Id, rule.Kind, subject, frozen, rule.Quorum);
            foreach (var (account, rater, isExpert) in named)
            {
                evaluation.Assign(account, rater, isExpert);
            }

            evaluation.Open(at, by);
            Contract.Plans(evaluation);
            Db.Add(evaluation);
        }
    }

    private string[] SubjectCodes(EvaluationRule rule) => rule.Subjects switch
    {
        SubjectKind.Contract => [Contract.Number],
        SubjectKind.Site when Contract.Sites.Count > 0 => [.. Contract.Sites.Select(s => s.Code)],
        _ => [.. Form.Text(nameof(Subjects), Subjects).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(s => Form.Text(nameof(Subjects), s, Mapping.CodeLength))],
    };
}
