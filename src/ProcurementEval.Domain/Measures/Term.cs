namespace ProcurementEval.Domain.Measures;

/// <summary>How days are counted; the first day never counts. <see cref="Calendar"/>: a last day on a statutory holiday moves to the next day that is none (87号令 第八十五条). <see cref="CalendarShift"/>: weekends move it too (94号令 第四十二条). <see cref="Working"/>: only working days count. <see cref="Month"/>: whole months.</summary>
public enum Counting
{
    Calendar,
    CalendarShift,
    Working,
    Month,
}

/// <summary>A length of time as a document prints it: 7 working days, 30 days, 2 months; positive.</summary>
public sealed record Term(int Length, Counting Counting);
