using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>A page of an agency about its own bid, which only it can find.</summary>
public abstract class BidderPage(BidderTag tag) : TenderPage
{
    private static readonly Actor BidBox = Actor.Job("bid-box");

    // Of the tender a bidder changes nothing.
    public override object? Root => null;

    public Party Agency { get; private set; } = null!;

    /// <summary>The agency's bid that stands; null where it has none.</summary>
    public Bid? Own { get; private set; }

    /// <summary>Whether a bid may be sealed, replaced or withdrawn now.</summary>
    public Answer CanBid => Tender.Stage != TenderStage.Published ? Answer.NotInThisStage
        : Answer.InThisStage(Now > Tender.Deadline ? [new Unmet("DeadlinePassed", Tender.Deadline!.Value)] : []);

    protected string OwnTag => tag.Of(Id, Agency.Id);

    protected override Actor Actor => BidBox;

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync() || await Db.Parties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Reader.PartyId && p.Kind == PartyKind.Agency) is not { } agency)
        {
            return false;
        }

        Agency = agency;
        Own = Tender.StandingBids.FirstOrDefault(b => b.BidderTag == OwnTag);
        return true;
    }
}
