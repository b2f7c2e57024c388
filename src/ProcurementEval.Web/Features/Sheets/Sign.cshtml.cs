using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Sheets;

/// <summary>签字: the assessor confirms the shared facts as they stand and signs; nothing can be entered afterwards.</summary>
[Requires(Permission.Score)]
public sealed class SignModel : SheetPage
{
    /// <summary>The revision of the facts that was shown.</summary>
    [BindProperty]
    public string? Revision { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>What stands in the way of the signature, item by item.</summary>
    public IEnumerable<Unmet> Unmet => Items.Select(i => Newest(i.Key) is not { } score ? new Unmet("JudgementsMissing", 1, i.Key)
        : ScoreCheck.Judgement(i, score.ToJudgement(), Reader.Account) is { } fault ? new Unmet(fault.Code, fault.Arguments) : null).OfType<Unmet>()
        .Concat(FactsRevision == 0 ? [new Unmet("FactsNotSet")] : [])
        .Concat(Sheet.Disputes.Any(d => d.Revision == FactsRevision) ? [new Unmet("DisputesOpen", Sheet.Disputes.Count(d => d.Revision == FactsRevision))] : []);

    public Task<IActionResult> OnPostAsync()
    {
        if (!Confirmed)
        {
            Form.Fault(nameof(Confirmed), "Sheet.ConfirmFirst", 0);
        }

        return DoAsync("Sheet.SignedDone", Back, (at, _) =>
        {
            RefusedException.ThrowIf(!IsOpen, "SheetClosed");
            RefusedException.ThrowIf(Revision != FactsRevision.ToString(System.Globalization.CultureInfo.InvariantCulture), "FactsNotConfirmed");
            if (Unmet.ToArray() is { Length: > 0 } unmet)
            {
                throw new RefusedException(unmet);
            }

            Sheet.ConfirmFacts(FactsRevision);
            Sheet.Sign(Items.Select(i => i.Key), FactsRevision, at);
        });
    }
}
