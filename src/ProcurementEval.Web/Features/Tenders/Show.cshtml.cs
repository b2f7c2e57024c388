using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>One tender: where it stands and what comes next; its documents and rules; bids, panel and ranking once this reader may know them. Before the opening nothing here depends on who has bid, but what a bidder sees of himself.</summary>
[Requires(Permission.ReadTenders)]
public sealed class ShowModel(BidderTag tag) : TenderPage
{
    public string Purchaser { get; private set; } = string.Empty;

    public IReadOnlyList<TenderDocument> Documents { get; private set; } = [];

    /// <summary>The agency's own bid: the one that stands, or that was opened.</summary>
    public Bid? Own { get; private set; }

    public Receipt? OwnReceipt { get; private set; }

    /// <summary>Names of bidders, by their code; empty while this reader may not know them.</summary>
    public IReadOnlyDictionary<string, string> Suppliers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Names of panel members, by their account.</summary>
    public IReadOnlyDictionary<string, string> Members { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<RankedBid> Ranking { get; private set; } = [];

    public Guid? ContractId { get; private set; }

    /// <summary>Why the opening found bidders not qualified, or why the tender failed: what was written at that step.</summary>
    public string? Why { get; private set; }

    /// <summary>澄清与更正, the first one first.</summary>
    public IReadOnlyList<Transition> Amendments { get; private set; } = [];

    public Assignment? Place => Tender.Panel.FirstOrDefault(a => a.Assessor == Reader.Account);

    public IReadOnlyList<(Bid Bid, Sheet Sheet)> OwnSheets => [.. Tender.ConformingBids.SelectMany(b => b.Sheets.Where(s => s.Assessor == Reader.Account).Select(s => (b, s)))];

    public bool IsDecided => Tender.Stage is TenderStage.Awarded or TenderStage.Concluded;

    /// <summary>开标一览: those who run, pay for or audit the tender, its bidders, and the panel members who may sit.</summary>
    public bool SeesBids => IsOpened && Reader.Role switch
    {
        Role.Agency => Own is not null,
        Role.Evaluator => Place is { Sits: true },
        _ => true,
    };

    /// <summary>A bidder learns his own total and place when the award is made; how the others were scored he does not.</summary>
    public bool SeesRanking => SeesBids && Reader.Role != Role.Agency && Tender.ConformingBids.Any(b => b.Rank is not null);

    /// <summary>The panel's names are secret until the award (财政部令第87号 第四十七条).</summary>
    public bool SeesPanel => Reader.Role is Role.Purchaser or Role.Auditor || IsDecided;

    public Bid? Winner => IsDecided ? Tender.Bids.SingleOrDefault(b => b.Id == Tender.WinnerId) : null;

    /// <summary>What comes next, and whose turn it is.</summary>
    public string Next => Tender.Stage == TenderStage.Published ? Now < Tender.Deadline ? "Bidding" : Tender.FirstKeyBy is null ? "Key" : "Open" : Tender.Stage.ToString();

    /// <summary>The life line: the stages with their dates, and at the present one what comes next.</summary>
    public IEnumerable<LifeStage> Life => StagesOf(Tender.Stage).Select(stage => new LifeStage(
        SiteText.Name(stage),
        StateOf(stage),
        stage switch
        {
            TenderStage.Published when Tender.PublishedAt is { } published => Show.Instant(published),
            TenderStage.Opened when Tender.Deadline is { } deadline => Show.Instant(deadline),
            _ => null,
        },
        stage == Tender.Stage ? SiteText.Of($"Tender.Next.{Next}") : null));

    private LifeState StateOf(TenderStage stage) => stage == TenderStage.Failed ? LifeState.Blocked
        : stage < Tender.Stage || Tender.Stage == TenderStage.Concluded ? LifeState.Done
        : stage == Tender.Stage ? LifeState.Current : LifeState.Next;

    public Answer CanBid => Tender.Stage != TenderStage.Published ? Answer.NotInThisStage : Answer.InThisStage(Now > Tender.Deadline ? [new Unmet("DeadlinePassed", Tender.Deadline!.Value)] : []);

    public Answer CanWithdraw => Tender.Stage != TenderStage.Published ? Answer.NotInThisStage : Answer.InThisStage(Now > Tender.Deadline ? [new Unmet("WithdrawalTooLate", Tender.Deadline!.Value)] : []);

    public Answer CanTurnKey => Tender.Stage != TenderStage.Published || Tender.FirstKeyBy is not null ? Answer.NotInThisStage : Answer.InThisStage(Now < Tender.Deadline ? [new Unmet("DeadlineAhead", Tender.Deadline!.Value)] : []);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Purchaser = await Db.Parties.Where(p => p.Id == Project.PurchaserId).Select(p => p.Name).SingleAsync();
        Documents = await Scope.TenderDocuments.AsNoTracking().Where(d => d.TenderId == Id).OrderBy(d => d.Name).ThenBy(d => d.Id).ToListAsync();
        await LoadOwnAsync();
        Suppliers = SeesBids ? await NamesOfAsync(Tender.StandingBids.Select(b => b.Content!.Supplier)) : Winner is { } winner ? await NamesOfAsync([winner.Content!.Supplier]) : Suppliers;
        Ranking = SeesRanking ? Tender.Rank(Template, Rules, Tender.Lot(Rules)) : [];
        ContractId = await Scope.Contracts.Where(c => c.TenderId == Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        await LoadWhyAsync();
        if (SeesPanel)
        {
            var accounts = Tender.Panel.Select(a => a.Assessor).ToArray();
            Members = await Db.Users.AsNoTracking().Where(u => accounts.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
        }

        return true;
    }

    private static TenderStage[] StagesOf(TenderStage stage) => stage == TenderStage.Failed
        ? [TenderStage.Draft, TenderStage.Published, TenderStage.Failed]
        : [TenderStage.Draft, TenderStage.Published, TenderStage.Opened, TenderStage.Ranked, TenderStage.Awarded, TenderStage.Concluded];

    private async Task LoadWhyAsync()
    {
        var written = await Db.HistoryOfProject(Project.Id).Where(t => t.SubjectId == Id && t.Why != null).ToListAsync();
        Amendments = [.. written.Where(t => t.Trigger == nameof(TenderTrigger.Amend))];
        var failed = written.FirstOrDefault(t => t.Trigger == nameof(TenderTrigger.Fail))?.Why;
        var opened = written.FirstOrDefault(t => t.Trigger == nameof(TenderTrigger.Open))?.Why?.Split('\n') ?? [];
        var shown = Reader.Role == Role.Agency ? opened.Where(line => Own?.Content is { } bid && line.StartsWith($"{bid.Supplier}: ", StringComparison.Ordinal)) : SeesBids ? opened : [];
        Why = string.Join('\n', [.. failed is null ? Array.Empty<string>() : [failed], .. shown.Select(Named)]) is { Length: > 0 } text ? text : null;
    }

    // Each line of the opening's reasons begins with a bidder's code.
    private string Named(string line) => line.Split(": ", 2) is [var code, var reason] && Suppliers.TryGetValue(code, out var name) ? $"{name}：{reason}" : line;

    private async Task LoadOwnAsync()
    {
        if (Reader is not { Role: Role.Agency, PartyId: { } agency })
        {
            return;
        }

        var code = await Db.Parties.Where(p => p.Id == agency).Select(p => p.Code).SingleAsync();
        Own = Tender.StandingBids.FirstOrDefault(b => b.BidderTag == tag.Of(Id, agency) || b.Content?.Supplier == code);
        if (Own is { } own)
        {
            var (chain, id) = (Chains.OfProject(Project.Id), $"\"id\":\"{new StoredRow(Db.Entry(own)).Id}\"");
            var record = await Db.AuditRecords.AsNoTracking().Where(r => r.ChainId == chain && r.Text.Contains(id)).OrderBy(r => r.Sequence).Select(r => r.Hash).FirstAsync();
            OwnReceipt = new Receipt(record[..Receipt.Digits].ToUpperInvariant(), own.StoredAt);
        }
    }
}
