using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Contracts;

/// <summary>The steps of a contract's life that no person takes: delivery starts, results become final, instalments fall due or are waived.</summary>
public static class AutomaticSteps
{
    /// <summary>Takes every step that may be taken at this instant, in the order of the life; says whether there was one.</summary>
    /// <param name="contract">The contract with all its parts.</param>
    /// <param name="plan">Its frozen plan.</param>
    /// <param name="services">What was delivered, for plans that pay by accepted units.</param>
    /// <param name="at">The instant.</param>
    /// <param name="by">The job that takes them.</param>
    public static bool Take(Contract contract, Plan plan, IReadOnlyList<DeliveredService> services, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(plan);
        var before = (contract.Stage, Fixed(contract), Planned(contract));
        if (May(ContractTrigger.StartDelivery))
        {
            contract.StartDelivery(at, by);
        }

        foreach (var evaluation in contract.Evaluations.Where(e => Evaluation.Process.CanFire(e, EvaluationTrigger.Fix, at).May))
        {
            evaluation.Fix(at, by);
        }

        if (May(ContractTrigger.RecordMidTerm) && plan.Evaluations.Where(r => r.Kind != contract.FinalKind).All(r => IsHeld(contract, r)))
        {
            contract.RecordMidTerm(at, by);
        }

        if (May(ContractTrigger.FixResult) && plan.Evaluations.All(r => IsHeld(contract, r)))
        {
            FixResult(contract, plan, at, by);
        }

        foreach (var instalment in contract.Instalments.Where(i => IsReleasable(i, at)).OrderBy(i => i.Ordinal))
        {
            Release(instalment, plan, services, () => at, by);
        }

        return before != (contract.Stage, Fixed(contract), Planned(contract));

        bool May(ContractTrigger trigger) => Contract.Process.CanFire(contract, trigger, at).May;
    }

    /// <summary>Combines the published results of all evaluations and fixes the figure that moves money and renewal.</summary>
    /// <exception cref="RefusedException">The final result is not published, or an evaluation is not final.</exception>
    public static CombinedResult FixResult(Contract contract, Plan plan, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(plan);
        Contract.Process.Require(contract, ContractTrigger.FixResult, at);
        var result = Combined(contract, plan);
        contract.FixResult(result.Total, result.Grade, at, by);
        return result;
    }

    /// <summary>Releases an instalment with its settlement; one that leaves nothing to pay is waived with the next tick.</summary>
    /// <exception cref="RefusedException">A release condition is not met.</exception>
    public static void Release(Instalment instalment, Plan plan, IReadOnlyList<DeliveredService> services, Func<DateTimeOffset> tick, Actor by)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        ArgumentNullException.ThrowIfNull(tick);
        var at = tick();
        var on = ChinaTime.DateOf(at);
        instalment.Release(ContractSettlement.Of(instalment, plan, [.. services.Where(s => s.Date <= on)], on), at, by);
        if (!instalment.Payable.IsPositive)
        {
            instalment.Waive(tick(), by);
        }
    }

    internal static CombinedResult Combined(Contract contract, Plan plan) =>
        Combining.Evaluations([.. plan.Evaluations.Select(r => new EvaluationResults([.. Of(contract, r).Select(e => new ResultPart(e.Total!.Value, e.Vetoes))], r.Combine, r.Share))], plan.Bands);

    // What a result takes from an instalment is known only when the result is fixed.
    private static bool IsReleasable(Instalment instalment, DateTimeOffset at) => Instalment.Process.CanFire(instalment, InstalmentTrigger.Release, at).May
        && (instalment.Contract.ResultTotal is not null || !instalment.Rule.Adjustments.Any(a => a is ScoreFormula or GradePayment));

    // Held of every subject: while a site has no evaluation yet, those that are final are not all.
    private static bool IsHeld(Contract contract, EvaluationRule rule) => rule.Subjects == SubjectKind.Site
        ? contract.Sites.All(s => Of(contract, rule).Any(e => e.Subject == s.Code))
        : Of(contract, rule).Any();

    private static IEnumerable<Evaluation> Of(Contract contract, EvaluationRule rule) => contract.Evaluations.Where(e => e.Kind == rule.Kind);

    private static int Fixed(Contract contract) => contract.Evaluations.Count(e => e.Stage == EvaluationStage.Fixed);

    private static int Planned(Contract contract) => contract.Instalments.Count(i => i.Stage == InstalmentStage.Planned);
}
