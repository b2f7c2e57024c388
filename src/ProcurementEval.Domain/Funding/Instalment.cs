using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Funding;

/// <summary>One instalment (分期款) of a contract: planned sum, deductions, claim with invoice, due date and payment.</summary>
public sealed class Instalment : IProcessSubject
{
    private readonly List<Deduction> deductions = [];

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

    public IReadOnlyList<Deduction> Deductions => deductions;

    /// <summary>All deductions; what exceeds the planned sum is claimed back as a recovery.</summary>
    public Money Deducted => deductions.Sum(d => d.Amount);

    /// <summary>What is to be paid: planned − deducted, never below zero.</summary>
    public Money Payable => Money.Max(Planned - Deducted, Money.Zero);

    public DateOnly? ReleasedOn { get; private set; }

    public Invoice? Invoice { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    public Money Paid { get; private set; }

    public bool IsSettled => Stage is InstalmentStage.Paid or InstalmentStage.Waived;

    public TransitionLog Transitions { get; } = new();

    /// <summary>All release conditions are met; what the result takes from the instalment is fixed here.</summary>
    public void Release(IEnumerable<Deduction> taken, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, InstalmentTrigger.Release, at, by);
        deductions.AddRange(taken);
        ReleasedOn = ChinaTime.DateOf(at);
    }

    /// <summary>The agency claims the payable sum with an invoice (发票); the payment clock starts (R16: the later of release and invoice).</summary>
    public void Claim(Invoice invoice, WorkCalendar calendar, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        Process.Fire(this, InstalmentTrigger.Claim, at, by, why: null,
            Unmet.If(invoice.Amount != Payable, "InvoiceAmountDiffers", invoice.Amount.Yuan, Payable.Yuan),
            Unmet.If(string.IsNullOrWhiteSpace(invoice.Number), "InvoiceNumberMissing"));
        Invoice = invoice;
        DueOn = PaymentClock.DueOn(ReleasedOn!.Value, invoice.ReceivedOn, Rule.Payment, calendar);
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

/// <summary>Money taken from an instalment: a reason code, and the amount in yuan, positive.</summary>
public sealed record Deduction(string Reason, Money Amount);

/// <summary>What the agency must pay back because a deduction exceeds the unpaid rest (追回).</summary>
public sealed record RecoveryClaim(string Reason, Money Amount);
