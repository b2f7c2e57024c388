using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>定标: the award to the first in rank.</summary>
[Requires(Permission.AwardTender)]
public sealed class AwardModel : TenderPage
{
    public Answer CanAward => Asks(TenderTrigger.Award);

    /// <summary>Those in the first place: one, unless a tie is left.</summary>
    public IReadOnlyList<(string Name, Bid Bid)> First { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() => DoAsync("Tender.AwardedDone", Here, Tender.Award);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var first = Tender.ConformingBids.Where(b => b.Rank == 1).ToArray();
        var names = await NamesOfAsync(first.Select(b => b.Content!.Supplier));
        First = [.. first.Select(b => (names[b.Content!.Supplier], b))];
        return true;
    }
}
