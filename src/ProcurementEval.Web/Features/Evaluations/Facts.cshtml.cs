using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>客观项: the facts shared by all assessors, entered once by the evaluation body; setting them anew voids confirmations and signatures. Beside the fields stands what the service records give.</summary>
[Requires(Permission.OrganiseEvaluation)]
public sealed class FactsModel : LeaderPage
{
    /// <summary>Conditions of vetoes that are true, as "VETO/condition".</summary>
    [BindProperty]
    public IList<string> Conditions { get; set; } = [];

    public FactForm Facts { get; private set; } = null!;

    public Measured Measured { get; private set; } = null!;

    /// <summary>Counts of assessors that differ from what was entered.</summary>
    public IReadOnlyList<(string Item, decimal OwnCount)> Disputes => [.. Evaluation.Sheets.SelectMany(s => s.Disputes).Where(d => d.Revision == Evaluation.FactsRevision).Select(d => (d.Item, d.OwnCount))];

    public void OnGet() => Conditions = [.. Template.Vetoes.Where(v => Evaluation.Vetoes.Contains(v.Code)).SelectMany(v => v.Conditions.Select(c => $"{v.Code}/{c.Code}"))];

    public Task<IActionResult> OnPostAsync() => DoAsync("Evaluation.FactsSet", Here, (_, _) =>
    {
        var facts = Facts.Read(ModelState);
        var vetoes = Template.Vetoes.Where(v => v.Conditions.All(c => Conditions.Contains($"{v.Code}/{c.Code}"))).Select(v => v.Code).ToArray();
        if (ModelState.IsValid)
        {
            Check(facts);
        }

        if (ModelState.IsValid)
        {
            Evaluation.SetFacts(facts, vetoes);
        }
    });

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Facts = new FactForm(Template, Evaluation.Facts, Request.HasFormContentType ? await Request.ReadFormAsync() : null);
        var records = await Scope.ServiceRecords.AsNoTracking().Where(r => r.ContractId == Contract.Id).Select(r => r.Service).ToListAsync();
        var site = Rule.Subjects == SubjectKind.Site ? Evaluation.Subject : null;
        Measured = new Measured(OverallCompletion.Of(Achievements.Of(Contract.Targets, records, site, Contract.Start, Contract.End, Today))?.Percent, ServiceHours.Of(records, site, Contract.Start, Today));
        return true;
    }

    private void Check(IReadOnlyDictionary<string, Fact> facts)
    {
        // No sheet is looked at here: only what the facts themselves are.
        var input = new ScoreInput { Facts = facts, Assessors = [], Vetoes = new HashSet<string>(StringComparer.Ordinal) };
        foreach (var fault in ScoreCheck.Faults(Template, input).Where(f => f.Path.StartsWith("facts/", StringComparison.Ordinal)))
        {
            ModelState.AddModelError(string.Empty, Sentences.Of(fault.Code, fault.Arguments));
        }
    }
}

/// <summary>What the service records give up to today: completion of the targets that are due in per cent (null while nothing is), and hours.</summary>
public sealed record Measured(decimal? Completion, ServiceHours Hours);
