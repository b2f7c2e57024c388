using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Whether a case's instalments fit the plan's: their number, what releases them, their order, and payment in time.</summary>
internal static class CaseMoneySense
{
    public static IEnumerable<Fault> Faults(CaseContext context)
    {
        var (file, rules) = (context.File, context.Plan.Instalments);
        if (file.Instalments.Count != rules.Count)
        {
            yield return Fault.Block("instalments", "CaseInstalmentCount", rules.Count, file.Instalments.Count);
        }

        for (var i = 0; i < file.Instalments.Count; i++)
        {
            var (instalment, path) = (file.Instalments[i], $"instalments/{i}");
            if (string.IsNullOrWhiteSpace(instalment.Invoice))
            {
                yield return Fault.Block($"{path}/invoice", "CaseInvoiceMissing");
            }
            else if (file.Instalments.Take(i).Any(s => s.Invoice == instalment.Invoice))
            {
                yield return Fault.Block($"{path}/invoice", "CaseInvoiceTwice", instalment.Invoice);
            }

            foreach (var fault in CaseDates.InOrder(($"{path}/released", instalment.Released), ($"{path}/claimed", instalment.Claimed), ($"{path}/confirmed", instalment.Confirmed), ($"{path}/approved", instalment.Approved), ($"{path}/paid", instalment.Paid), ("ends", file.Ends)))
            {
                yield return fault;
            }

            foreach (var fault in i < rules.Count ? OfRule(context, rules[i], instalment, path) : [])
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> OfRule(CaseContext context, InstalmentRule rule, CaseInstalment instalment, string path)
    {
        var met = rule.Release.Select(r => MetOn(r, context.File)).Append(context.File.Contract.Signed).Max();
        if (instalment.Released < met)
        {
            yield return Fault.Block($"{path}/released", "CaseReleasedTooEarly", rule.Name, instalment.Released, met);
        }

        if (PaymentClock.Of(instalment.Released, instalment.Claimed, rule.Payment, new Term(context.Limit(LegalNumber.PaymentDays), Counting.CalendarShift), context.Calendar).Due is var due && instalment.Paid > due)
        {
            yield return Fault.Warn($"{path}/paid", "CasePaidLate", rule.Name, instalment.Paid, due);
        }
    }

    private static DateOnly MetOn(ReleaseCondition condition, CaseFile file) => condition switch
    {
        DateReached date => date.Date,
        EvaluationFinal evaluation => file.Evaluations.Where(e => e.Kind == evaluation.Evaluation).Select(e => e.Fixed).DefaultIfEmpty(DateOnly.MinValue).Max(),
        AcceptancePublished => file.Acceptance.Published,
        StageReached stage => ReachedOn(stage.Stage, file),
        _ => file.Contract.Signed,
    };

    private static DateOnly ReachedOn(ContractStage stage, CaseFile file) => (stage, file.Evaluations) switch
    {
        (ContractStage.Delivering, _) => file.Contract.Start,
        (ContractStage.MidTermRated, [.., var midTerm, _]) => midTerm.Fixed,
        (ContractStage.MidTermRated or ContractStage.FinalRated, [.., var final]) => final.Published,
        (ContractStage.ResultFixed, [.., var final]) => final.Fixed,
        (ContractStage.Accepted, _) => file.Acceptance.Published,
        _ => file.Contract.Signed,
    };
}
