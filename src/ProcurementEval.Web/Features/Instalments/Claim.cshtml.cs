using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>请款: the agency claims what is payable with its invoice; the payment clock starts.</summary>
[Requires(Permission.ClaimInstalment)]
public sealed class ClaimModel(Catalogue catalogue) : InstalmentPage
{
    private WorkCalendar? calendar;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    /// <summary>The day the purchaser received the invoice.</summary>
    [BindProperty]
    public string? ReceivedOn { get; set; }

    public Answer Answer => Asks(InstalmentTrigger.Claim);

    /// <summary>The last day to pay in time if the invoice is received today; null before release, and where the calendar ends before it.</summary>
    public PaymentDue? DueIfToday { get; private set; }

    protected override string DuplicateField => nameof(Number);

    public void OnGet() => ReceivedOn = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Task<IActionResult> OnPostAsync()
    {
        var invoice = new Invoice(Form.Text(nameof(Number), Number, Mapping.CodeLength), Form.Money(nameof(Amount), Amount), Form.Date(nameof(ReceivedOn), ReceivedOn));
        if (ModelState.IsValid && (invoice.ReceivedOn > Today || invoice.ReceivedOn < Contract.SignedOn))
        {
            Form.Fault(nameof(ReceivedOn), "Money.ReceivedOutside", invoice, Show.Date(Contract.SignedOn ?? Today), Show.Date(Today));
        }

        return DoAsync("Money.Claimed", Back, (at, by) =>
        {
            try
            {
                Instalment.Claim(invoice, Limit(invoice.ReceivedOn), Calendar, at, by);
            }
            catch (CalendarRangeException e)
            {
                throw new RefusedException([new Unmet("CalendarTooShort", e.CalendarId, e.Date)]);
            }
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        try
        {
            DueIfToday = Answer.May ? PaymentClock.Of(Instalment.ReleasedOn!.Value, Today, Instalment.Rule.Payment, Limit(Today), Calendar) : null;
        }
        catch (CalendarRangeException)
        {
            DueIfToday = null;
        }

        return true;
    }

    private WorkCalendar Calendar => calendar ??= catalogue.Calendar(Plan.Calendar).Value;

    private Term Limit(DateOnly on) => new(catalogue.Limits().Value.Whole(on, LegalNumber.PaymentDays), Counting.CalendarShift);
}
