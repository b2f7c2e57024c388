using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Domain.Contracts;

/// <summary>Gathers what the settlement of one instalment rests on from its contract, plan and delivery; the arithmetic is <see cref="Settlement"/>'s.</summary>
public static class ContractSettlement
{
    /// <param name="instalment">The instalment to be released.</param>
    /// <param name="plan">The contract's frozen plan.</param>
    /// <param name="services">Services delivered so far, for plans that pay by accepted units.</param>
    /// <param name="releasedOn">The day of release: vacant days up to it, and not yet deducted by an earlier release, count.</param>
    public static Settlement Of(Instalment instalment, Plan plan, IReadOnlyList<DeliveredService> services, DateOnly releasedOn)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        ArgumentNullException.ThrowIfNull(plan);
        var contract = instalment.Contract;
        var released = contract.Instalments.Where(i => i != instalment && i.Settlement is not null).OrderBy(i => i.ReleasedOn).ThenBy(i => i.Ordinal).ToArray();
        return Settlement.Of(new SettlementBasis(contract.Sum, instalment.Planned, instalment.Rule.Adjustments)
        {
            PaidBefore = released.Sum(i => i.Payable) - contract.Recoveries.Sum(r => r.Amount),
            Later = contract.Instalments.Where(i => i != instalment && i.Settlement is null).Sum(i => i.Planned),
            Result = contract.ResultTotal is { } total ? new RatedResult(total, contract.ResultGrade, IsVetoed(contract, plan)) : null,
            VetoCountsAs = plan.VetoCountsAs,
            Units = [.. plan.UnitPrices.Select(p => new AcceptedUnit(p.Target, ServiceUnits.Of(contract.Targets.Single(t => t.Code == p.Target), services, contract.Start, contract.End), p.Price))],
            Vacancies = VacanciesIn(contract, releasedOn),
            Carried = released.LastOrDefault()?.Settlement!.Carried ?? [],
        });
    }

    private static bool IsVetoed(Contract contract, Plan plan)
    {
        var counted = plan.Evaluations.Where(e => e.Share > Share.Zero).Select(e => e.Kind).ToHashSet(StringComparer.Ordinal);
        return contract.Evaluations.Any(e => counted.Contains(e.Kind) && e.Vetoes.Count > 0);
    }

    // What was reported after the last release has not been deducted by any, however early its days are.
    private static VacantPosts[] VacanciesIn(Contract contract, DateOnly until)
    {
        var before = contract.Start.AddDays(-1);
        var settled = contract.VacanciesSettledOn;
        return [.. contract.Vacancies.Select(v => new VacantPosts(1, v.DaysIn(settled is { } on && v.Settled != on ? on : before, until))).Where(v => v.Days > 0)];
    }
}
