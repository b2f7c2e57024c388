using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Contracts;

/// <summary>What keeps a running contract from being brought in: each fault with its place ("stage", "instalments/0/paid").</summary>
public sealed class ImportCheck
{
    /// <summary>Stages in which a contract may come in; later steps are taken here.</summary>
    public static readonly IReadOnlyList<ContractStage> Stages = [ContractStage.Signed, ContractStage.Delivering, ContractStage.MidTermRated, ContractStage.ResultFixed];

    private readonly RunningContract running;
    private readonly ContractTerms terms;
    private readonly Plan plan;
    private readonly ImportBasis basis;
    private readonly DateOnly today;
    private readonly List<Fault> faults = [];

    private ImportCheck(RunningContract running, ImportBasis basis, DateOnly today) =>
        (this.running, terms, plan, this.basis, this.today) = (running, running.Terms, basis.Plan, basis, today);

    public static IReadOnlyList<Fault> Faults(RunningContract running, ImportBasis basis, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(basis);
        var check = new ImportCheck(running, basis, today);
        check.Terms();
        check.Instalments();
        check.faults.AddRange(ImportedResultCheck.Faults(running, basis, today));
        return check.faults;
    }

    /// <exception cref="RefusedException">There is a fault.</exception>
    internal static void Require(RunningContract running, ImportBasis basis, DateOnly today)
    {
        var found = Faults(running, basis, today);
        if (found.Count > 0)
        {
            throw new RefusedException([.. found.Select(f => new Unmet(f.Code, f.Arguments))]);
        }
    }

    private void Terms()
    {
        FaultIf(!terms.Sum.IsPositive, "sum", "SumNotPositive", terms.Sum.Yuan);
        FaultIf(terms.End <= terms.Start, "end", "DatesOutOfOrder", terms.Start, terms.End);
        FaultIf(terms.End > terms.Start && terms.End >= terms.Start.AddMonths(plan.TermMonths), "end", "TermTooLong", plan.TermMonths, terms.End);
        FaultIf(running.SignedOn > today || running.SignedOn > terms.End, "signedOn", "ImportSignedLater", running.SignedOn);
        FaultIf(!Stages.Contains(running.Stage), "stage", "ImportStageUnknown", running.Stage);
        FaultIf(running.Stage >= ContractStage.Delivering && terms.Start > today, "stage", "ImportNotStarted", terms.Start);
        FaultIf(plan.UnitPrices.Count > 0, "plan", "ImportPlanNeedsTargets", plan.Id);
        FaultIf(terms.Sites.Count == 0 && plan.Evaluations.Any(e => e.Subjects == SubjectKind.Site), "sites", "ImportSitesMissing");
    }

    private void Instalments()
    {
        var planned = terms.Sum.IsPositive ? Funding.Instalments.Split(terms.Sum, [.. plan.Instalments.Select(i => i.Share)]) : [];
        foreach (var (i, past) in running.Instalments.Index())
        {
            if (past.Ordinal < 1 || past.Ordinal > plan.Instalments.Count)
            {
                Fault(i, "ordinal", "ImportOrdinalUnknown", past.Ordinal, plan.Instalments.Count);
                continue;
            }

            FaultIf(running.Instalments.Take(i).Any(p => p.Ordinal == past.Ordinal), Place(i, "ordinal"), "ImportInstalmentTwice", past.Ordinal);
            FaultIf(past.PaidOn < running.SignedOn || past.PaidOn > today, Place(i, "paidOn"), "ImportDayOutside", past.PaidOn, running.SignedOn, today);
            Release(i, plan.Instalments[past.Ordinal - 1]);
            Invoice(i, past);
            if (planned.Count > 0)
            {
                Sums(i, past, planned[past.Ordinal - 1]);
            }
        }
    }

    private void Sums(int i, PastInstalment past, Money planned)
    {
        FaultIf(past.Paid < Money.Zero, Place(i, "paid"), "ImportSumNegative", past.Paid.Yuan);
        FaultIf(past.Deducted < Money.Zero, Place(i, "deducted"), "ImportSumNegative", past.Deducted.Yuan);
        FaultIf(past.Deducted.IsPositive && string.IsNullOrWhiteSpace(past.Reason), Place(i, "reason"), "ImportReasonMissing");
        FaultIf(past.Paid > planned, Place(i, "paid"), "ImportPaidMore", past.Paid.Yuan, planned.Yuan);
        FaultIf(past.Paid <= planned && past.Paid + past.Deducted != planned, Place(i, "paid"), "ImportNotThePlansSplit", past.Paid.Yuan, past.Deducted.Yuan, planned.Yuan);
    }

    private void Invoice(int i, PastInstalment past)
    {
        FaultIf(past.Paid.IsPositive && string.IsNullOrWhiteSpace(past.Invoice), Place(i, "invoice"), "InvoiceNumberMissing");
        FaultIf(past.Invoice is not null && running.Instalments.Take(i).Any(p => p.Invoice == past.Invoice), Place(i, "invoice"), "ImportInvoiceTwice", past.Invoice!);
    }

    // What was paid had been released: its conditions are met by what comes in with it.
    private void Release(int i, InstalmentRule rule)
    {
        foreach (var condition in rule.Release)
        {
            switch (condition)
            {
                case StageReached reached:
                    FaultIf(running.Stage < reached.Stage, Place(i, "ordinal"), "ImportStageNotReached", reached.Stage, running.Stage);
                    break;
                case EvaluationFinal final:
                    FaultIf(running.Evaluations.All(e => e.Kind != final.Evaluation), Place(i, "ordinal"), "ImportResultMissing", final.Evaluation);
                    break;
                case AcceptancePublished:
                    Fault(i, "ordinal", "ImportAcceptanceMissing");
                    break;
            }
        }
    }

    private static string Place(int i, string column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"instalments/{i}/{column}");

    private void Fault(int i, string column, string code, params object[] arguments) => faults.Add(Measures.Fault.Block(Place(i, column), code, arguments));

    private void FaultIf(bool wrong, string path, string code, params object[] arguments)
    {
        if (wrong)
        {
            faults.Add(Measures.Fault.Block(path, code, arguments));
        }
    }
}
