using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tenders;

/// <summary>A tender (招标): documents out, bids sealed, opened, scored by a panel, ranked and awarded.</summary>
public sealed class Tender : IProcessSubject
{
    private readonly List<Bid> bids = [];
    private readonly List<Assignment> panel = [];

    public Tender(Guid id, Guid projectId, string number, PurchaseMethod method, FrozenText template, TenderLimits limits) =>
        (Id, ProjectId, Number, Method, Template, Limits) = (id, projectId, number, method, template, limits);

    private Tender()
    {
    }

    public static Process<Tender, TenderStage, TenderTrigger> Process { get; } = new("tender", t => t.Stage, (t, s) => t.Stage = s, TenderTable.Rows);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ProjectId { get; private set; }

    public string Number { get; private set; } = null!;

    public PurchaseMethod Method { get; private set; }

    public TenderStage Stage { get; private set; }

    /// <summary>The scoring tree as it was published.</summary>
    public FrozenText Template { get; private set; } = null!;

    /// <summary>The legal numbers of the day on which the tender was made.</summary>
    public TenderLimits Limits { get; private set; } = null!;

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The instant by which a bid's last byte must be stored.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>When what was published was last clarified or corrected; null while it never was.</summary>
    public DateTimeOffset? AmendedAt { get; private set; }

    /// <summary>The account that turned the first of the two keys of the opening (开标).</summary>
    public string? FirstKeyBy { get; private set; }

    public DateTimeOffset? FirstKeyAt { get; private set; }

    /// <summary>All that were ever received, withdrawn ones too.</summary>
    public IReadOnlyList<Bid> Bids => bids;

    /// <summary>Bids that were not withdrawn: only these are counted, opened and ranked.</summary>
    public IEnumerable<Bid> StandingBids => bids.Where(b => b.Stands);

    public IReadOnlyList<Assignment> Panel => panel;

    public Guid? WinnerId { get; private set; }

    public TransitionLog Transitions { get; } = new();

    /// <summary>Bids that were opened and conform.</summary>
    public IEnumerable<Bid> ConformingBids => StandingBids.Where(b => b.IsConforming);

    /// <summary>Held before its contract came here: concluded, and nothing of its bids or its panel is kept.</summary>
    public bool IsImported => Stage == TenderStage.Concluded && WinnerId is null;

    public static Tender Import(Guid id, Project project, string number, TenderRules rules, FrozenText template, TenderLimits limits, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(rules);
        var tender = new Tender(id, project.Id, number, rules.Method, template, limits);
        Process.Enter(tender, TenderStage.Concluded, at, by);
        return tender;
    }

    public void Publish(DateTimeOffset deadline, DateTimeOffset at, Actor by)
    {
        var days = DaysUntil(deadline, at);
        Process.Fire(this, TenderTrigger.Publish, at, by, why: null, Unmet.If(days < Limits.ResponseDays, "ResponsePeriodTooShort", Limits.ResponseDays, days));
        (PublishedAt, Deadline) = (at, deadline);
    }

    /// <summary>Clarifies or corrects what was published (澄清、更正), in words that every bidder reads; the deadline may move, never to an earlier instant. What touches the writing of bids must be out <paramref name="noticeDays"/> days before it (财政部令第87号 第二十七条). Bids that stand stay sealed and stand.</summary>
    /// <exception cref="RefusedException">The tender is not out, the deadline has passed, or the new one lies too early.</exception>
    public void Amend(DateTimeOffset deadline, bool touchesBids, int noticeDays, string what, DateTimeOffset at, Actor by)
    {
        var days = DaysUntil(deadline, at);
        Process.Fire(
            this,
            TenderTrigger.Amend,
            at,
            by,
            what,
            Unmet.If(deadline < Deadline, "DeadlineEarlier", Deadline ?? deadline),
            Unmet.If(touchesBids && days < noticeDays, "NoticeTooShort", noticeDays, days));
        (Deadline, AmendedAt) = (deadline, at);
    }

    private static int DaysUntil(DateTimeOffset deadline, DateTimeOffset at) => ChinaTime.DateOf(deadline).DayNumber - ChinaTime.DateOf(at).DayNumber;

    /// <summary>Takes a sealed bid.</summary>
    /// <exception cref="RefusedException">The tender is not out, the deadline has passed, or a bid of the same bidder stands.</exception>
    public void Receive(Bid bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        RefusedException.ThrowIf(Stage != TenderStage.Published, "NotInThisStage", Process.Name, nameof(Receive), Stage.ToString());
        RefusedException.ThrowIf(bid.StoredAt > Deadline, "DeadlinePassed", Deadline!.Value);
        RefusedException.ThrowIf(bid.BidderTag is not null && StandingBids.Any(b => b.BidderTag == bid.BidderTag), "BidStands");
        bids.Add(bid);
    }

    /// <summary>Takes a standing bid back (撤回), as its bidder may until the deadline (财政部令第87号 第三十四条); he may bid again.</summary>
    /// <exception cref="RefusedException">The tender is not out, the deadline has passed, or no such bid stands.</exception>
    public void Withdraw(Guid bidId, DateTimeOffset at)
    {
        RefusedException.ThrowIf(Stage != TenderStage.Published, "NotInThisStage", Process.Name, nameof(Withdraw), Stage.ToString());
        RefusedException.ThrowIf(at > Deadline, "WithdrawalTooLate", Deadline!.Value);
        var bid = StandingBids.SingleOrDefault(b => b.Id == bidId);
        RefusedException.ThrowIf(bid is null, "BidNotStanding");
        bid!.Withdraw(at);
    }

    /// <summary>Turns the first of the two keys; another person then opens (开标双人).</summary>
    /// <exception cref="RefusedException">The tender is not out, the deadline lies ahead, the key is turned, or it is no person who turns it.</exception>
    public void TurnKey(DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        RefusedException.ThrowIf(Stage != TenderStage.Published, "NotInThisStage", Process.Name, nameof(TurnKey), Stage.ToString());
        RefusedException.ThrowIf(at < Deadline, "DeadlineAhead", Deadline!.Value);
        RefusedException.ThrowIf(FirstKeyBy is not null, "FirstKeyTurned", FirstKeyBy!);
        RefusedException.ThrowIf(by.IsJob, "KeyNeedsPerson");
        (FirstKeyBy, FirstKeyAt) = (by.Id, at);
    }

    public void AssignPanel(string assessor, string rater, bool isExpert)
    {
        RefusedException.ThrowIf(Stage > TenderStage.Opened, "NotInThisStage", Process.Name, nameof(AssignPanel), Stage.ToString());
        RefusedException.ThrowIf(panel.Any(a => a.Assessor == assessor), "AssessorAssigned", assessor);
        panel.Add(new Assignment(assessor, rater, isExpert));
    }

    /// <summary>Opens every standing bid at once, by the second key, which is another person's than the first; validity is decided by code (null for a conforming bid), and <paramref name="why"/> says in words why bidders are not qualified.</summary>
    public void Open(IReadOnlyDictionary<Guid, BidContent> contents, Func<BidContent, string?> invalidReason, DateTimeOffset at, Actor by, string? why = null)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(invalidReason);
        ArgumentNullException.ThrowIfNull(by);
        Process.Fire(this, TenderTrigger.Open, at, by, why, Unmet.If(by.IsJob, "KeyNeedsPerson"), Unmet.If(!by.IsJob && by.Id == FirstKeyBy, "SecondKeySamePerson", by.Id));
        foreach (var bid in StandingBids)
        {
            bid.Open(contents[bid.Id], invalidReason(contents[bid.Id]));
        }
    }

    /// <summary>Records a member's answer on recusal; one who may sit gets a sheet for every conforming bid.</summary>
    /// <exception cref="RefusedException">The bids are not open: nobody knows yet whom he would judge.</exception>
    public void AnswerRecusal(string assessor, RecusalGround ground, Func<Guid> newId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(newId);
        RefusedException.ThrowIf(Stage != TenderStage.Opened, "NotInThisStage", Process.Name, nameof(AnswerRecusal), Stage.ToString());
        var member = panel.AnswerRecusal(assessor, ground, at);
        foreach (var bid in member.Sits ? ConformingBids : [])
        {
            bid.Seat(new Sheet(newId(), evaluationId: null, bidId: bid.Id, assessor, member.Rater));
        }
    }

    /// <summary>The panel's result: every conforming bid's published total and rank.</summary>
    public void Rank(IReadOnlyDictionary<Guid, (decimal Total, int Rank)> places, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(places);
        Process.Fire(this, TenderTrigger.Rank, at, by);
        foreach (var bid in ConformingBids)
        {
            bid.Place(places[bid.Id].Total, places[bid.Id].Rank);
        }
    }

    /// <summary>Awards to the first in rank.</summary>
    public void Award(DateTimeOffset at, Actor by)
    {
        Process.Fire(this, TenderTrigger.Award, at, by);
        WinnerId = bids.Single(b => b.Rank == 1).Id;
    }

    public void Conclude(DateTimeOffset at, Actor by) => Process.Fire(this, TenderTrigger.Conclude, at, by);

    public void Fail(string why, DateTimeOffset at, Actor by) => Process.Fire(this, TenderTrigger.Fail, at, by, why);
}

/// <summary>Legal numbers of one tender: days from publication to the deadline, bids needed, panel size and experts needed (政府采购法 第三十五条; 财政部令第87号 第四十一、四十四、四十七条).</summary>
public sealed record TenderLimits(int ResponseDays, int MinimumBids, int PanelMembers, int PanelExperts)
{
    /// <summary>The numbers for a tender that is published on a day; a single source is one supplier (政府采购法 第三十一条).</summary>
    public static TenderLimits Of(TenderRules rules, LegalLimits limits, DateOnly published)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(limits);
        var bids = rules.Method == PurchaseMethod.SingleSource ? 1 : limits.Whole(published, LegalNumber.MinimumBids);
        return new TenderLimits(limits.Whole(published, LegalNumber.ResponseDays), bids, rules.Panel.Members, rules.Panel.Experts);
    }
}
