using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Tenders;

/// <summary>Whether the tender of a plan keeps to the law: panel (R03), price weight or fixed price (R02), hours, ties.</summary>
internal static class TenderCheck
{
    public static IEnumerable<Fault> Faults(Plan plan, Template? template, LegalLimits limits, DateOnly on) =>
    [
        .. Panel(plan, limits, on),
        .. Hours(plan.Tender),
        .. plan.Tender.Ties.Count == 0 || plan.Tender.Ties[^1] != TieBreak.Lot || plan.Tender.Ties.Distinct().Count() != plan.Tender.Ties.Count ? [Fault.Block("tender/ties", "TiesUndecided")] : Array.Empty<Fault>(),
        .. template is null ? [] : Joined(plan.Tender, template, limits, on),
    ];

    private static IEnumerable<Fault> Panel(Plan plan, LegalLimits limits, DateOnly on)
    {
        var (tender, panel) = (plan.Tender, plan.Tender.Panel);
        if (tender.Method == PurchaseMethod.SingleSource)
        {
            yield break;
        }

        var large = plan.Budget.Yuan >= limits.On(on, LegalNumber.LargePanelBudget).Value;
        var least = limits.On(on, !IsTender(tender) ? LegalNumber.GroupMembers : large ? LegalNumber.LargePanelMembers : LegalNumber.PanelMembers);
        if (panel.Members < least.Value || panel.Members % 2 == 0)
        {
            yield return Fault.Block("tender/panel", "PanelInvalid", panel.Members, least.Value, least.Source);
        }

        var thirds = limits.On(on, LegalNumber.ExpertThirds);
        if (panel.Experts < 0 || panel.Experts > panel.Members || panel.Experts * 3 < panel.Members * thirds.Value)
        {
            yield return Fault.Block("tender/panel", "ExpertsInvalid", panel.Experts, panel.Members, Math.Ceiling(panel.Members * thirds.Value / 3), thirds.Source);
        }
    }

    private static IEnumerable<Fault> Hours(TenderRules tender)
    {
        foreach (var (key, hours) in new[] { ("minimumHours", tender.MinimumHours), ("maximumHours", tender.MaximumHours) })
        {
            if (hours is { } figure && (figure <= 0 || !Published.IsPublished(figure)))
            {
                yield return Fault.Block($"tender/{key}", "FigureInvalid", figure);
            }
        }

        if (tender.MinimumHours > tender.MaximumHours)
        {
            yield return Fault.Block("tender/maximumHours", "HoursContradict", tender.MinimumHours.Value, tender.MaximumHours.Value);
        }
    }

    private static IEnumerable<Fault> Joined(TenderRules tender, Template template, LegalLimits limits, DateOnly on)
    {
        const string Path = "tender/template";
        if (template.Purpose != TemplatePurpose.Tender)
        {
            yield return Fault.Block(Path, "PurposeDiffers", template.Id, template.Purpose, TemplatePurpose.Tender);
        }

        var leaves = template.Leaves().ToArray();
        var price = template.Scale > 0 ? leaves.Where(l => l.Rule is LowestPriceRule).Sum(l => l.Max) * 100 / template.Scale : 0;
        if (tender.Sum == ContractSum.Budget)
        {
            if (price > 0)
            {
                yield return Fault.Block(Path, "FixedPriceScored", template.Id, price);
            }

            if (leaves.Any(l => l.Rule is HoursRule) && tender.MinimumHours is null)
            {
                yield return Fault.Block(Path, "HoursMinimumMissing", template.Id);
            }
        }
        else if (PriceWeight(tender.Method, price, limits, on) is { } fault)
        {
            yield return fault;
        }
    }

    private static Fault? PriceWeight(PurchaseMethod method, decimal price, LegalLimits limits, DateOnly on)
    {
        const string Path = "tender/template";
        var tender = limits.On(on, LegalNumber.PriceWeightMinimum);
        var (least, most) = (limits.On(on, LegalNumber.ConsultationPriceWeightMinimum), limits.On(on, LegalNumber.ConsultationPriceWeightMaximum));
        return method switch
        {
            PurchaseMethod.OpenTender or PurchaseMethod.InvitedTender when price < tender.Value => Fault.Block(Path, "PriceWeightLow", price, tender.Value, tender.Source),
            PurchaseMethod.Consultation when price < least.Value || price > most.Value => Fault.Warn(Path, "PriceWeightUnusual", price, least.Value, most.Value, least.Source),
            _ => null,
        };
    }

    private static bool IsTender(TenderRules tender) => tender.Method is PurchaseMethod.OpenTender or PurchaseMethod.InvitedTender;
}
