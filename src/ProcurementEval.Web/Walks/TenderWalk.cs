using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>The first part of the life: project, tender, sealed bids, opening, panel scoring, ranking, award, signature.</summary>
internal sealed class TenderWalk(WalkState walk)
{
    private static readonly TimeOnly OpeningHour = new(10, 0);
    private SealVault vault = null!;
    private SealKey key = null!;

    private CaseTender Case => walk.File.Tender;

    private TenderRules Rules => walk.Plan.Tender;

    private Template Template => walk.Case.TemplateOf(Rules.Template);

    public void Put(Agenda agenda)
    {
        if (Case.Drafted is { } drafted)
        {
            agenda.On(drafted, null, DraftAsync);
        }

        agenda.On(Case.Published, new("TenderPublished"), PublishAsync);
        foreach (var bid in Case.Bids)
        {
            agenda.On(bid.Received ?? Case.Deadline, null, () => ReceiveAsync(bid));
        }

        agenda.On(Case.Deadline, new("BidsOpened"), OpenAsync);
        agenda.On(Case.Judged ?? Case.Scored, null, JudgeAsync);
        agenda.On(Case.Scored, new("BidsRanked"), RankAsync);
        agenda.On(Case.Awarded, new("TenderAwarded"), AwardAsync);
        agenda.On(walk.File.Contract.Signed, new("ContractSigned"), SignAsync);
    }

    private async Task DraftAsync()
    {
        await AddAsync();
        await walk.SaveAsync(walk.Purchaser);
    }

    private async Task PublishAsync()
    {
        if (Case.Drafted is null)
        {
            await AddAsync();
        }

        walk.Tender.Publish(ChinaTime.At(Case.Deadline, OpeningHour), walk.Time.Tick(), walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
    }

    private async Task AddAsync()
    {
        foreach (var (party, kind) in Parties())
        {
            walk.Parties[party.Code] = await walk.Db.Parties.SingleOrDefaultAsync(p => p.Code == party.Code)
                ?? walk.Db.Add(new Party(walk.Ids.NewId(), party.Code, party.Name, kind)).Entity;
        }

        var project = walk.File.Project;
        walk.Project = new Project(walk.Ids.NewId(), project.Code, project.Title, project.Region, walk.Parties[project.Purchaser.Code].Id, walk.Parties[project.Finance.Code].Id, walk.Parties[project.EvaluationBody.Code].Id, walk.Plan.Budget, walk.Case.FrozenPlan);
        walk.Tender = new Tender(walk.Ids.NewId(), walk.Project.Id, Case.Number, Rules.Method, walk.Case.Frozen(Rules.Template), TenderLimits.Of(Rules, walk.Case.Limits, Case.Published));
        walk.Db.AddRange(walk.Project, walk.Tender);
        vault = walk.NewVault();
        key = vault.NewKey(walk.Tender.Id);
        walk.Db.Add(key);
        foreach (var member in Case.Members)
        {
            walk.Tender.AssignPanel(member.Id, member.Rater, member.Expert);
        }
    }

    private async Task OpenAsync()
    {
        walk.Time.MoveTo(walk.Tender.Deadline!.Value);
        walk.Tender.TurnKey(walk.Time.Now, walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
        var qualified = Case.Bids.ToDictionary(b => b.Supplier.Code, b => b.Qualified);
        var at = walk.Time.Tick();
        walk.Tender.Open(vault.Open(walk.Tender, key, at), c => Ranking.InvalidReason(c, qualified[c.Supplier], Rules, Rules.CeilingOf(walk.Plan.Budget), Template), at, walk.SecondPurchaser);
        await walk.SaveAsync(walk.SecondPurchaser);
    }

    private async Task ReceiveAsync(CaseBid bid)
    {
        var content = new BidContent(bid.Supplier.Code, bid.Quote, bid.Hours, FactsOf(bid));
        var (payload, sha256) = vault.Seal(content, key);
        var receipt = Convert.ToHexStringLower(walk.Ids.Bytes(8));
        var received = new Bid(walk.Ids.NewId(), walk.Tender.Id, payload, sha256, FrozenText.Hash(receipt), walk.Time.Tick(), walk.BidderTagOf(walk.Parties[bid.Supplier.Code]));
        walk.Tender.Receive(received);

        // Before the opening nobody learns who bid: the act is the platform's, the bidder holds the receipt.
        await walk.SaveAsync(Actor.Job("bid-box"));
    }

    private async Task JudgeAsync()
    {
        foreach (var member in Case.Members.Where(m => walk.HasCome(m.Id, Case.Scored)))
        {
            walk.Tender.AnswerRecusal(member.Id, RecusalGround.None, walk.Ids.NewId, walk.Time.Tick());
            await walk.SaveAsync(Actor.Person(member.Id));
        }

        foreach (var bid in walk.Tender.ConformingBids)
        {
            foreach (var member in AssessorsOf(bid).Where(m => walk.HasCome(m.Id, Case.Scored)))
            {
                Sheets.Fill(bid.Sheets.Single(s => s.Assessor == member.Id), member, factsRevision: 1, walk.Time);
                await walk.SaveAsync(Actor.Person(member.Id));
            }
        }
    }

    private async Task RankAsync()
    {
        walk.Ranking = Ranking.Of(Template, [.. walk.Tender.ConformingBids.Select(b => new ScoredBid(b.Id, b.Content!, [.. b.Sheets.Select(s => s.ToAssessor())]))], Rules, Case.Lot);
        walk.Tender.Rank(walk.Ranking.ToDictionary(r => r.Id, r => (r.Score.Total, r.Rank)), walk.Time.Tick(), walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
    }

    private async Task AwardAsync()
    {
        walk.Tender.Award(walk.Time.Tick(), walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
    }

    private async Task SignAsync()
    {
        var contract = walk.File.Contract;
        var sum = Rules.SumOf(walk.Tender.Bids.Single(b => b.Id == walk.Tender.WinnerId).Content!.Quote, walk.Plan.Budget);
        var terms = new ContractTerms(contract.Number, walk.Project.Id, walk.Tender.Id, walk.Winner.Id, sum, contract.Start, contract.End, Year: 1)
        {
            Sites = walk.File.Sites,
            Targets = walk.File.Targets,
        };
        walk.Contract = Contract.Draft(terms, walk.Plan, walk.Case.FrozenPlan, walk.Ids.NewId);
        walk.Db.Add(walk.Contract);
        walk.Contract.Sign(contract.Signed, walk.Time.Tick(), walk.Purchaser);
        walk.Tender.Conclude(walk.Time.Tick(), walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
    }

    private IEnumerable<(CaseParty Party, PartyKind Kind)> Parties() =>
    [
        (walk.File.Project.Purchaser, PartyKind.Purchaser),
        (walk.File.Project.Finance, PartyKind.FinanceBureau),
        (walk.File.Project.EvaluationBody, PartyKind.EvaluationBody),
        .. Case.Bids.Select(b => (b.Supplier, PartyKind.Agency)),
    ];

    private IReadOnlyDictionary<string, Fact> FactsOf(CaseBid bid) => Read(faults => new FactReader(Template).Facts(bid.Facts, "facts", faults));

    private IReadOnlyList<Assessor> AssessorsOf(Bid bid)
    {
        var scores = Case.Bids.Single(b => b.Supplier.Code == bid.Content!.Supplier).Scores;
        return Read(faults => new CaseScores(Template).Assessors(scores, Case.Members, "scores", faults));
    }

    private static T Read<T>(Func<List<Fault>, T> read)
    {
        var faults = new List<Fault>();
        var value = read(faults);
        ScoreInputException.ThrowIfAny(faults);
        return value;
    }
}
