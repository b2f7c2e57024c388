using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Domain.Projects;

/// <summary>Checks a plan by sense, joined with the templates that it names.</summary>
public static class PlanCheck
{
    /// <summary>The kind of the evaluation whose result ends a contract.</summary>
    public const string FinalKind = "final";

    /// <summary>From so many assessors on a trimmed mean trims.</summary>
    private const int TrimFrom = 5;

    /// <param name="plan">The plan.</param>
    /// <param name="templateOf">Gives a named template; null where it cannot be had, then what joins with it is not checked.</param>
    /// <param name="limits">The numbers of law.</param>
    /// <param name="on">The date on which those numbers must be in force.</param>
    public static IReadOnlyList<Fault> Faults(Plan plan, Func<TemplateReference, Template?> templateOf, LegalLimits limits, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(templateOf);
        ArgumentNullException.ThrowIfNull(limits);
        var rated = plan.Evaluations.Select((rule, i) => (Rule: rule, Template: templateOf(rule.Template), Path: $"evaluations/{i}")).ToArray();
        return
        [
            .. plan.Budget.IsPositive ? Array.Empty<Fault>() : [Fault.Block("budget", "NotPositive", plan.Budget)],
            .. Lengths(plan, limits.On(on, LegalNumber.UsualTermMonths), limits.On(on, LegalNumber.TermMonths)),
            .. TenderCheck.Faults(plan, templateOf(plan.Tender.Template), limits, on),
            .. InstalmentCheck.Faults(plan, limits.On(on, LegalNumber.PaymentDays)),
            .. ShareCheck.Faults(plan.Evaluations.Select(e => e.Share), "evaluations"),
            .. Evaluations(plan),
            .. rated.Where(r => r.Template is not null).SelectMany(r => Joined(r.Rule, r.Template!, r.Path)),
            .. Prices(plan),
            .. GradeCheck.Known(plan, plan.Renewal.Grades, "renewal/grades"),
            .. plan.Renewal.Most < 0 || plan.Renewal.Most > 0 != plan.Renewal.Grades.Count > 0 ? [Fault.Block("renewal", "RenewalContradicts", plan.Renewal.Most, plan.Renewal.Grades.Count)] : Array.Empty<Fault>(),
            .. new[] { ("window", plan.Objection.Window), ("answer", plan.Objection.Answer) }.Where(t => t.Item2.Length <= 0).Select(t => Fault.Block($"objection/{t.Item1}", "NotPositive", t.Item2.Length)),
            .. Grades(plan, [.. rated.Where(r => r.Template is not null).Select(r => (r.Template!, r.Path))]),
        ];
    }

    private static IEnumerable<Fault> Lengths(Plan plan, LegalLimit usual, LegalLimit most)
    {
        if (plan.TermMonths < 1 || plan.TermMonths > most.Value)
        {
            yield return Fault.Block("termMonths", "TermInvalid", plan.TermMonths, most.Value, most.Source);
        }
        else if (plan.TermMonths > usual.Value)
        {
            yield return Fault.Warn("termMonths", "TermLong", plan.TermMonths, usual.Value, usual.Source);
        }
        else if (plan.TermMonths * (1L + plan.Renewal.Most) > most.Value)
        {
            yield return Fault.Warn("renewal/most", "RenewalLong", plan.TermMonths * (1L + plan.Renewal.Most), most.Value, most.Source);
        }
    }

    private static IEnumerable<Fault> Evaluations(Plan plan)
    {
        foreach (var (rule, i) in plan.Evaluations.Select((r, i) => (r, i)))
        {
            if (plan.Evaluations.Take(i).Any(e => e.Kind == rule.Kind))
            {
                yield return Fault.Block($"evaluations/{i}/kind", "EvaluationTwice", rule.Kind);
            }

            if (rule.Quorum < 1)
            {
                yield return Fault.Block($"evaluations/{i}/quorum", "NotPositive", rule.Quorum);
            }
            else if (rule.Assessors == Combination.TrimmedMean && rule.Quorum < TrimFrom)
            {
                yield return Fault.Warn($"evaluations/{i}/assessors", "TrimmedMeanOfFew", rule.Kind, rule.Quorum, TrimFrom);
            }
        }

        if (plan.Evaluations.Count == 0 || plan.Evaluations[^1].Kind != FinalKind)
        {
            yield return Fault.Block("evaluations", "FinalNotLast", FinalKind);
        }
    }

    private static IEnumerable<Fault> Joined(EvaluationRule rule, Template template, string path)
    {
        if (template.Purpose != TemplatePurpose.Evaluation)
        {
            yield return Fault.Block($"{path}/template", "PurposeDiffers", template.Id, template.Purpose, TemplatePurpose.Evaluation);
        }

        if (template.Raters.Count == 0)
        {
            yield return Fault.Block($"{path}/quorum", "QuorumWithoutRaters", rule.Kind, template.Id);
        }
    }

    private static IEnumerable<Fault> Prices(Plan plan)
    {
        for (var i = 0; i < plan.UnitPrices.Count; i++)
        {
            var price = plan.UnitPrices[i];
            if (!price.Price.IsPositive)
            {
                yield return Fault.Block($"unitPrices/{i}/price", "NotPositive", price.Price);
            }

            if (plan.UnitPrices.Take(i).Any(p => p.Target == price.Target))
            {
                yield return Fault.Block($"unitPrices/{i}/target", "CodeTwice", price.Target);
            }
        }

        if (plan.UnitPrices.Count > 0 && !plan.Instalments.Any(i => i.Adjustments.OfType<AcceptedUnits>().Any()))
        {
            yield return Fault.Warn("unitPrices", "UnitPricesUnused");
        }
    }

    private static IEnumerable<Fault> Grades(Plan plan, IReadOnlyList<(Template Template, string Path)> rated)
    {
        if (plan.Bands.Count == 0)
        {
            return [Fault.Block("bands", "BandsMissing")];
        }

        var top = rated.Count == 0 ? decimal.MaxValue : rated.Max(r => r.Template.Scale + r.Template.BonusCap);
        var scale = rated.Count == 0 ? 0 : rated[0].Template.Scale;
        var lowest = plan.Bands.MinBy(b => b.From)!;
        var formula = plan.Instalments.Any(i => i.Adjustments.OfType<ScoreFormula>().Any());
        return
        [
            .. BandCheck.Faults(plan.Bands, top, "bands"),
            .. rated.Where(r => r.Template.Scale != scale).Select(r => Fault.Block($"{r.Path}/template", "ScalesDiffer", r.Template.Id, r.Template.Scale, scale)),
            // A best grade for half the scale or less was written for another scale.
            .. plan.Bands.Max(b => b.From) * 2 <= scale ? [Fault.Block("bands", "BandsOfOtherScale", plan.Bands.Max(b => b.From), scale)] : Array.Empty<Fault>(),
            .. plan.VetoCountsAs is { } counts && !(lowest.Holds(counts) && Published.IsPublished(counts)) ? [Fault.Block("vetoCountsAs", "VetoFigureInvalid", counts, lowest.Name)] : Array.Empty<Fault>(),
            .. formula && plan.VetoCountsAs is null && rated.Any(r => r.Template.Vetoes.Count > 0) ? [Fault.Block("instalments", "VetoFigureMissing")] : Array.Empty<Fault>(),
        ];
    }
}
