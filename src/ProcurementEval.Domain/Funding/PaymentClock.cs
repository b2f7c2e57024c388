using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Funding;

/// <summary>What set a due date.</summary>
public enum DueBasis
{
    /// <summary>The start plus the contract's term.</summary>
    AgreedTerm,

    /// <summary>A date that the contract names.</summary>
    FixedDate,

    /// <summary>The legal limit, which is shorter than what the contract says.</summary>
    LegalLimit,
}

/// <summary>When a payment's clock started, the last day to pay in time, and what set that day.</summary>
public sealed record PaymentDue(DateOnly Start, DateOnly Due, DueBasis Basis);

/// <summary>When an instalment must be paid.</summary>
public static class PaymentClock
{
    /// <summary>The clock starts at the later of "condition met" and "invoice received"; due is the start plus the agreed term, or the contract's fixed date unless that lies before the start; never later than the start plus the legal limit (财库〔2019〕38号: 30 days).</summary>
    /// <exception cref="CalendarRangeException">The term ends outside the calendar.</exception>
    public static PaymentDue Of(DateOnly conditionMet, DateOnly invoiceReceived, Term agreed, Term limit, WorkCalendar calendar, DateOnly? fixedDate = null)
    {
        var start = conditionMet > invoiceReceived ? conditionMet : invoiceReceived;
        var latest = Deadline.Of(start, limit, calendar);
        var (due, basis) = fixedDate is { } named && named >= start
            ? (named, DueBasis.FixedDate)
            : (Deadline.Of(start, agreed, calendar), DueBasis.AgreedTerm);
        return due > latest ? new(start, latest, DueBasis.LegalLimit) : new(start, due, basis);
    }
}
