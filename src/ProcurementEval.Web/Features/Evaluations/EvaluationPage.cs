using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>A page about one evaluation, loaded with its contract and project.</summary>
public abstract class EvaluationPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Evaluation Evaluation { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Plan Plan => Contract.Plan.ToPlan();

    public EvaluationRule Rule => Plan.Evaluations.Single(e => e.Kind == Evaluation.Kind);

    public Template Template => Evaluation.Template.ToTemplate();

    /// <summary>The site that is rated; null where it is the whole contract.</summary>
    public string? Site => Contract.SiteName(Evaluation.Subject);

    /// <summary>The contract's number, and the site where one is rated.</summary>
    public string About => Show.About(Contract, Evaluation);

    /// <summary>The reader leads the evaluations of this project.</summary>
    public bool Leads => Scope.Leads(Project);

    public override object? Root => Evaluation;

    protected string Here => $"/evaluations/{Id}";

    protected Answer Asks(EvaluationTrigger trigger) => Evaluation.Process.CanFire(Evaluation, trigger, Now);

    /// <summary>The last day of a term that begins today; where the calendar ends before it, what is missing.</summary>
    protected (DateOnly? Day, IReadOnlyList<Unmet> Missing) LastDay(Term term, WorkCalendar calendar)
    {
        try
        {
            return (Deadline.Of(Today, term, calendar), []);
        }
        catch (CalendarRangeException e)
        {
            return (null, [new Unmet("CalendarTooShort", e.CalendarId, e.Date)]);
        }
    }

    /// <summary>Whether this reader may use the page on this evaluation.</summary>
    protected virtual bool IsMine => true;

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Evaluations.Whole().SingleOrDefaultAsync(e => e.Id == Id) is not { } evaluation)
        {
            return false;
        }

        Evaluation = evaluation;
        Contract = await Db.Contracts.SingleAsync(c => c.Id == evaluation.ContractId);
        Project = await Db.Projects.SingleAsync(p => p.Id == Contract.ProjectId);
        return IsMine;
    }
}

/// <summary>A page of the body that leads the evaluation (评估机构).</summary>
public abstract class LeaderPage : EvaluationPage
{
    protected override bool IsMine => Leads;
}
