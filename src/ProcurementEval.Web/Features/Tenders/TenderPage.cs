using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>A page about one tender, loaded whole with its project.</summary>
public abstract class TenderPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Tender Tender { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public override object? Root => Tender;

    public Plan Plan => Project.Plan.ToPlan();

    public TenderRules Rules => Plan.Tender;

    public Template Template => Tender.Template.ToTemplate();

    public Money Ceiling => Rules.CeilingOf(Project.Budget);

    /// <summary>The bids were opened; a tender that failed before that keeps them sealed for ever.</summary>
    public bool IsOpened => Tender.Bids.Any(b => b.Content is not null);

    /// <summary>A quote as people read it: a sum, or a rate of the budget.</summary>
    public string Quoted(Money quote) => Rules.Sum == ContractSum.Rate ? quote.Yuan.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : Show.Money(quote.Yuan);

    /// <summary>The instant that a form names as the deadline; a year ahead at most, as nobody means more.</summary>
    protected DateTimeOffset DeadlineTyped(string dateField, string? date, string hourField, string? hour)
    {
        var (day, time) = (Form.Date(dateField, date), Form.Hour(hourField, hour));
        if (day > Today.AddYears(1))
        {
            Form.Fault(dateField, "Tender.DeadlineFar", string.Empty, Show.Date(Today.AddYears(1)));
        }

        return ModelState.IsValid ? Domain.Calendars.ChinaTime.At(day, time) : Now;
    }

    protected string Here => $"/tenders/{Id}";

    /// <summary>Whether a step may be taken now. How many bids are in shows in no answer before the deadline.</summary>
    public Answer Asks(TenderTrigger trigger) => trigger == TenderTrigger.Open && Tender.Stage == TenderStage.Published && Now < Tender.Deadline
        ? Answer.InThisStage([new Unmet("DeadlineAhead", Tender.Deadline!.Value)])
        : Tender.Process.CanFire(Tender, trigger, Now);

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Tenders.Whole().SingleOrDefaultAsync(t => t.Id == Id) is not { } tender)
        {
            return false;
        }

        Tender = tender;
        Project = await Db.Projects.SingleAsync(p => p.Id == tender.ProjectId);
        return true;
    }

    /// <summary>Names of those who bid, by their code.</summary>
    protected async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(IEnumerable<string> suppliers)
    {
        string[] codes = [.. suppliers];
        var known = await Db.Parties.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name);
        return codes.Distinct(StringComparer.Ordinal).ToDictionary(c => c, c => known.GetValueOrDefault(c) ?? c);
    }
}
