using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Domain.Funding;

/// <summary>Whether a plan's instalments pay the whole contract, each on conditions that the plan can meet (R15, R31).</summary>
internal static class InstalmentCheck
{
    private static readonly Dictionary<Counting, decimal> CalendarDays = new()
    {
        [Counting.Calendar] = 1m,
        [Counting.CalendarShift] = 1m,
        [Counting.Working] = 7m / 5m,
        [Counting.Month] = 31m,
    };

    public static IEnumerable<Fault> Faults(Plan plan, LegalLimit paymentDays) =>
    [
        .. ShareCheck.Faults(plan.Instalments.Select(i => i.Share), "instalments"),
        .. plan.Instalments.SelectMany((rule, i) => Instalment(plan, rule, $"instalments/{i}", paymentDays)),
        .. plan.Instalments.Select((rule, i) => (rule, i)).Where(r => plan.Instalments.Take(r.i).Any(p => p.Name == r.rule.Name)).Select(r => Fault.Block($"instalments/{r.i}/name", "InstalmentTwice", r.rule.Name)),
        .. plan.Instalments.Count(i => i.Adjustments.OfType<ScoreFormula>().Any()) > 1 ? [Fault.Block("instalments", "ScoreFormulaTwice")] : Array.Empty<Fault>(),
        .. plan.Instalments.Count > 0 && !plan.Instalments[^1].Release.OfType<AcceptancePublished>().Any() ? [Fault.Block($"instalments/{plan.Instalments.Count - 1}/release", "AcceptanceNotRequired", plan.Instalments[^1].Name)] : Array.Empty<Fault>(),
    ];

    private static IEnumerable<Fault> Instalment(Plan plan, InstalmentRule rule, string path, LegalLimit limit)
    {
        if (rule.Share == Share.Zero)
        {
            yield return Fault.Block($"{path}/share", "InstalmentWithoutShare", rule.Name);
        }

        if (rule.Release.Count == 0)
        {
            yield return Fault.Block($"{path}/release", "ReleaseMissing", rule.Name);
        }

        if (rule.Payment.Length <= 0)
        {
            yield return Fault.Block($"{path}/payment", "NotPositive", rule.Payment.Length);
        }
        else if (rule.Payment.Length * CalendarDays[rule.Payment.Counting] > limit.Value)
        {
            yield return Fault.Warn($"{path}/payment", "PaymentTermLong", rule.Name, limit.Value, limit.Source);
        }

        foreach (var fault in rule.Release.SelectMany((r, i) => Release(plan, r, rule.Name, $"{path}/release/{i}")).Concat(Adjustments(plan, rule, path)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> Release(Plan plan, ReleaseCondition condition, string name, string path)
    {
        switch (condition)
        {
            case EvaluationFinal rated when plan.Evaluations.All(e => e.Kind != rated.Evaluation):
                return [Fault.Block($"{path}/evaluation", "EvaluationUnknown", rated.Evaluation, string.Join(", ", plan.Evaluations.Select(e => e.Kind)))];
            case EvaluationFinal { Grades: { } grades }:
                return GradeCheck.Known(plan, grades, $"{path}/grades");
            case StageReached { Stage: Contracts.ContractStage.Draft or >= Contracts.ContractStage.Settled } stage:
                return [Fault.Block($"{path}/stage", "StageReleasesNothing", name, stage.Stage)];
            default:
                return [];
        }
    }

    private static IEnumerable<Fault> Adjustments(Plan plan, InstalmentRule rule, string path)
    {
        var final = plan.Evaluations.Count > 0 ? plan.Evaluations[^1].Kind : string.Empty;
        for (var i = 0; i < rule.Adjustments.Count; i++)
        {
            var (adjustment, at) = (rule.Adjustments[i], $"{path}/adjustments/{i}");
            if (rule.Adjustments.Take(i).Any(a => a.GetType() == adjustment.GetType()))
            {
                yield return Fault.Block(at, "AdjustmentTwice", rule.Name);
            }

            if (adjustment is ScoreFormula or GradePayment && !rule.Release.OfType<EvaluationFinal>().Any(r => r.Evaluation == final))
            {
                yield return Fault.Block(at, "ResultNotAwaited", rule.Name, final);
            }

            if (adjustment is AcceptedUnits && !rule.Release.OfType<AcceptancePublished>().Any())
            {
                yield return Fault.Block(at, "UnitsNotAccepted", rule.Name);
            }

            foreach (var fault in Adjustment(plan, adjustment, at))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> Adjustment(Plan plan, Adjustment adjustment, string path) => adjustment switch
    {
        ScoreFormula formula => [.. GradeCheck.Known(plan, formula.PaidInFull, $"{path}/paidInFull"), .. formula.Full <= 0 ? [Fault.Block($"{path}/full", "NotPositive", formula.Full)] : Array.Empty<Fault>()],
        GradePayment payment => GradeCheck.Paid(plan, payment, $"{path}/pays"),
        AcceptedUnits when plan.UnitPrices.Count == 0 => [Fault.Block(path, "UnitPricesMissing")],
        Vacancy { DaysInYear: < 360 or > 366 } vacancy => [Fault.Block($"{path}/daysInYear", "DaysInYearInvalid", vacancy.DaysInYear)],
        Vacancy { PostPrice.IsPositive: false } vacancy => [Fault.Block($"{path}/postPrice", "NotPositive", vacancy.PostPrice)],
        _ => [],
    };
}
