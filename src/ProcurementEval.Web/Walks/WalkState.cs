using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Walks;

/// <summary>What all parts of a walk share: the case, the database, the clock and the ids.</summary>
internal sealed class WalkState(WalkCase walked, AppDbContext db, byte[]? serverKey)
{
    /// <summary>Steps that no person takes.</summary>
    public static readonly Actor Clock = Actor.Job("clock");

    public WalkCase Case { get; } = walked;

    public CaseFile File => Case.File;

    public Plan Plan => Case.Plan.Value;

    public AppDbContext Db { get; } = db;

    public WalkClock Time { get; } = new();

    public WalkIds Ids { get; } = new(walked.File.Id);

    /// <summary>The last day that is walked.</summary>
    public DateOnly Until { get; set; } = DateOnly.MaxValue;

    /// <summary>Assessors who have not come yet to the round that is open on that day.</summary>
    public IReadOnlySet<string> Absent { get; set; } = new HashSet<string>();

    public Dictionary<string, Party> Parties { get; } = [];

    public Project Project { get; set; } = null!;

    public Tender Tender { get; set; } = null!;

    public IReadOnlyList<RankedBid> Ranking { get; set; } = [];

    public Contract Contract { get; set; } = null!;

    public Party Winner => Parties[Tender.Bids.Single(b => b.Id == Tender.WinnerId).Content!.Supplier];

    public Actor Purchaser => Actor.Person(File.Project.Purchaser.Code);

    /// <summary>Bids are opened by two persons.</summary>
    public Actor SecondPurchaser => Actor.Person($"{File.Project.Purchaser.Code}-2");

    public Actor Finance => Actor.Person(File.Project.Finance.Code);

    public Actor EvaluationBody => Actor.Person(File.Project.EvaluationBody.Code);

    /// <summary>Those who have come to a round that is closed on a day.</summary>
    public bool HasCome(string assessor, DateOnly closed) => closed <= Until || !Absent.Contains(assessor);

    /// <summary>The vault of the bids; everything random in it comes from the walk's ids.</summary>
    public SealVault NewVault() => new(serverKey ?? Ids.Bytes(BidSeal.KeyBytes), Ids.Bytes);

    /// <summary>The mark by which the site finds an agency's bid; none without the site's key.</summary>
    public string? BidderTagOf(Party agency) => serverKey is null ? null : new BidderTag(serverKey).Of(Tender.Id, agency.Id);

    /// <summary>Saves what the last verb did, as that person's act at this instant.</summary>
    public async Task SaveAsync(Actor by)
    {
        Db.Acting = new Act(by, Time.Now);
        await Db.SaveChangesAsync();
    }
}
