using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Funding;

/// <summary>The stages of an instalment.</summary>
public enum InstalmentStage
{
    Planned,
    Due,
    Claimed,
    Confirmed,
    Approved,
    Paid,
    Returned,
    Waived,
}

/// <summary>What moves an instalment: claim by the agency, confirmation by the purchaser, approval and payment by finance.</summary>
public enum InstalmentTrigger
{
    Release,
    Claim,
    Confirm,
    Approve,
    Pay,
    Return,
    Waive,
}

/// <summary>The transition table of an instalment; its release conditions are the plan's.</summary>
internal static class InstalmentTable
{
    public static Table<Instalment, InstalmentStage, InstalmentTrigger> Rows { get; } = new Table<Instalment, InstalmentStage, InstalmentTrigger>()
        .In(InstalmentStage.Planned).On(InstalmentTrigger.Release, InstalmentStage.Due)
            .Only("ContractNotSigned", i => i.Contract.HasReached(ContractStage.Signed))
            .Only("ReleaseDateAhead", (i, at) => Unmet<DateReached>(i, c => ChinaTime.DateOf(at) < c.Date, c => [c.Date]))
            .Only("StageNotReached", (i, _) => Unmet<StageReached>(i, c => !i.Contract.HasReached(c.Stage), c => [c.Stage.ToString()]))
            .Only("AcceptanceMissing", (i, _) => Unmet<AcceptancePublished>(i, _ => i.Contract.Acceptance?.Stage != AcceptanceStage.Published, _ => []))
            .Only("EvaluationNotFixed", (i, _) => Unmet<EvaluationFinal>(i, c => !Of(i, c).Any() || Of(i, c).Any(e => e.Stage != EvaluationStage.Fixed), c => [new EvaluationKind(c.Evaluation)]))
            .Only("GradeTooLow", (i, _) => Unmet<EvaluationFinal>(i, c => c.Grades is { } grades && Of(i, c).Any(e => e is { Stage: EvaluationStage.Fixed, Grade: { } grade } && !grades.Contains(grade)), c => [new EvaluationKind(c.Evaluation)]))
        .In(InstalmentStage.Due, InstalmentStage.Returned).On(InstalmentTrigger.Claim, InstalmentStage.Claimed)
            .Only("NothingToPay", i => i.Payable.IsPositive)
        .In(InstalmentStage.Claimed).On(InstalmentTrigger.Confirm, InstalmentStage.Confirmed)
        .In(InstalmentStage.Confirmed).On(InstalmentTrigger.Approve, InstalmentStage.Approved)
        .In(InstalmentStage.Approved).On(InstalmentTrigger.Pay, InstalmentStage.Paid)
        .In(InstalmentStage.Claimed, InstalmentStage.Confirmed, InstalmentStage.Approved).On(InstalmentTrigger.Return, InstalmentStage.Returned)
        .In(InstalmentStage.Due).On(InstalmentTrigger.Waive, InstalmentStage.Waived)
            .Only("StillToPay", (i, _) => i.Payable.IsPositive ? [i.Payable.Yuan] : null);

    private static IEnumerable<Evaluation> Of(Instalment i, EvaluationFinal condition) => i.Contract.Evaluations.Where(e => e.Kind == condition.Evaluation);

    private static object[]? Unmet<TCondition>(Instalment i, Func<TCondition, bool> unmet, Func<TCondition, object[]> arguments)
        where TCondition : ReleaseCondition =>
        i.Rule.Release.OfType<TCondition>().FirstOrDefault(unmet) is { } condition ? arguments(condition) : null;
}
