using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Funding;

/// <summary>One instalment (分期款) of a contract: planned sum, deductions, claim with invoice, due date and payment.</summary>
public sealed class Instalment : IProcessSubject
{
    internal Instalment(Guid id, Contract contract, int ordinal, InstalmentRule rule, Money planned) =>
        (Id, Contract, Ordinal, Rule, Planned) = (id, contract, ordinal, rule, planned);

    private Instalment()
    {
    }

    public static Process<Instalment, InstalmentStage, InstalmentTrigger> Process { get; } = new("instalment", i => i.Stage, (i, s) => i.Stage = s, InstalmentTable.Rows);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Contract Contract { get; private set; } = null!;

    /// <summary>1 for the first.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The plan's rule, frozen with the contract.</summary>
    public InstalmentRule Rule { get; private set; } = null!;

    public Money Planned { get; private set; }

    public InstalmentStage Stage { get; private set; }

    /// <summary>What the result takes from it; null before release.</summary>
    public Settlement? Settlement { get; private set; }

    /// <summary>What is to be paid: planned until the settlement says otherwise, never below zero.</summary>
    public Money Payable => Settlement?.Payable ?? Planned;

    /// <summary>Withheld from this instalment and claimed back beyond it; what is carried counts where it is withheld.</summary>
    public Money Deducted => Settlement?.Deductions.Sum(d => d.Withheld + d.Claimed) ?? Money.Zero;

    public DateOnly? ReleasedOn { get; private set; }

    public Invoice? Invoice { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    public Money Paid { get; private set; }

    public bool IsSettled => Stage is InstalmentStage.Paid or InstalmentStage.Waived;

    public TransitionLog Transitions { get; } = new();

    /// <summary>All release conditions are met; what the result takes from the instalment is fixed here.</summary>
    public void Release(Settlement settlement, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        Process.Fire(this, InstalmentTrigger.Release, at, by, why: null, Unmet.If(settlement.Planned != Planned, "SettlementOfAnotherSum", settlement.Planned.Yuan, Planned.Yuan));
        Settlement = settlement;
        ReleasedOn = ChinaTime.DateOf(at);
    }

    /// <summary>The agency claims the payable sum with an invoice (发票); the payment clock starts (R16: the later of release and invoice).</summary>
    public void Claim(Invoice invoice, Term limit, WorkCalendar calendar, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        Process.Fire(this, InstalmentTrigger.Claim, at, by, why: null,
            Unmet.If(invoice.Amount != Payable, "InvoiceAmountDiffers", invoice.Amount.Yuan, Payable.Yuan),
            Unmet.If(string.IsNullOrWhiteSpace(invoice.Number), "InvoiceNumberMissing"));
        Invoice = invoice;
        DueOn = PaymentClock.Of(ReleasedOn!.Value, invoice.ReceivedOn, Rule.Payment, limit, calendar).Due;
    }

    /// <summary>Settled before its contract came here: what was deducted was agreed, and nothing of it is reckoned anew.</summary>
    internal void Import(PastInstalment past, DateTimeOffset at, Actor by)
    {
        Settlement = new Settlement(Planned, past.Deducted.IsPositive
            ? [new Deduction(Deduction.Agreed, past.Deducted, Money.Zero, Money.Zero, [new Step(Deduction.Agreed, past.Reason!, past.Deducted.Yuan)])]
            : []);
        (ReleasedOn, Paid) = (past.PaidOn, past.Paid);
        if (past.Paid.IsPositive)
        {
            (Invoice, PaidOn) = (new Invoice(past.Invoice!, past.Paid, past.PaidOn), past.PaidOn);
        }

        Process.Enter(this, past.Paid.IsPositive ? InstalmentStage.Paid : InstalmentStage.Waived, at, by);
    }

    public void Confirm(DateTimeOffset at, Actor by) => Process.Fire(this, InstalmentTrigger.Confirm, at, by);

    public void Approve(DateTimeOffset at, Actor by) => Process.Fire(this, InstalmentTrigger.Approve, at, by);

    public void Return(string why, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, InstalmentTrigger.Return, at, by, why, Unmet.If(string.IsNullOrWhiteSpace(why), "ReasonMissing"));
        (Invoice, DueOn) = (null, null);
    }

    public void Pay(DateTimeOffset at, Actor by)
    {
        Process.Fire(this, InstalmentTrigger.Pay, at, by);
        (Paid, PaidOn) = (Payable, ChinaTime.DateOf(at));
    }

    /// <summary>Nothing is left to pay.</summary>
    public void Waive(DateTimeOffset at, Actor by) => Process.Fire(this, InstalmentTrigger.Waive, at, by);
}

/// <summary>An invoice: its number, amount in yuan, and the day the purchaser received it.</summary>
public sealed record Invoice(string Number, Money Amount, DateOnly ReceivedOn);
