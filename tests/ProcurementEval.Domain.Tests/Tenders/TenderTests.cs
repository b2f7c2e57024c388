using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Tenders;

/// <summary>A tender from publication to award, on the limits of the law: 20 days, three bids, five members of whom four are experts.</summary>
public class TenderTests
{
    private static readonly TenderLimits Limits = new(ResponseDays: 20, MinimumBids: 3, PanelMembers: 5, PanelExperts: 4);
    private static readonly DateTimeOffset Deadline = At("2024-10-09");
    private static readonly Actor FirstKey = Actor.Person("first-key");

    [Theory]
    [InlineData("2024-09-19", true)] // 20 days to 9 October
    [InlineData("2024-09-20", false)] // 19 days
    public void Publish_ResponsePeriod_IsTwentyDaysAtLeast(string published, bool allowed)
    {
        if (allowed)
        {
            New().Publish(Deadline, At(published), Leader);
            return;
        }

        Assert.Equal([new Unmet("ResponsePeriodTooShort", 20, 19)], Unmet(() => New().Publish(Deadline, At(published), Leader)));
    }

    // The deadline is 9 October; what touches bids must be out 15 days before it (财政部令第87号 第二十七条).
    [Theory]
    [InlineData("2024-09-24", true, "2024-10-09")] // 15 days
    [InlineData("2024-09-25", true, "2024-10-10")]
    [InlineData("2024-09-25", false, "2024-10-09")]
    public void Amend_InTime_MovesTheDeadlineAndLeavesBidsAsTheyAre(string at, bool touches, string deadline)
    {
        var tender = Published();
        tender.Receive(Bid(1, At("2024-09-20")));

        tender.Amend(At(deadline), touches, noticeDays: 15, "服务点地址更正", At(at), Leader);

        Assert.Equal((At(deadline), TenderStage.Published), (tender.Deadline, tender.Stage));
        Assert.Single(tender.StandingBids);
        var step = tender.Transitions.Take()[^1];
        Assert.Equal(("Amend", "服务点地址更正"), (step.Trigger, step.Why));
    }

    [Fact]
    public void Amend_TooLateOrToAnEarlierDeadline_IsRefused()
    {
        var tender = Published();

        Assert.Equal([new Unmet("NoticeTooShort", 15, 14)], Unmet(() => tender.Amend(Deadline, touchesBids: true, 15, "x", At("2024-09-25"), Leader)));
        Assert.Equal([new Unmet("DeadlineEarlier", Deadline)], Unmet(() => tender.Amend(Deadline.AddMinutes(-1), touchesBids: false, 15, "x", At("2024-09-25"), Leader)));
        Assert.Equal([new Unmet("AmendmentTooLate", Deadline)], Unmet(() => tender.Amend(Deadline.AddDays(20), touchesBids: true, 15, "x", Deadline.AddTicks(1), Leader)));
        Assert.Equal([new Unmet("NotInThisStage", "tender", "Amend", "Draft")], Unmet(() => New().Amend(Deadline, touchesBids: false, 15, "x", At("2024-09-25"), Leader)));
        Assert.Equal(Deadline, tender.Deadline);
    }

    [Fact]
    public void Receive_AtTheDeadlineToTheTick_IsInTimeAndOneTickLaterIsNot()
    {
        var tender = Published();
        tender.Receive(Bid(1, Deadline));

        Assert.Equal([new Unmet("DeadlinePassed", Deadline)], Unmet(() => tender.Receive(Bid(2, Deadline.AddTicks(1)))));
        Assert.Equal([new Unmet("NotInThisStage", "tender", "Receive", "Draft")], Unmet(() => New().Receive(Bid(1, Deadline))));
        Assert.Single(tender.Bids);
    }

    [Fact]
    public void Open_BeforeTheDeadlineOrWithTooFewBids_NamesBoth()
    {
        var tender = Published();
        tender.Receive(Bid(1, At("2024-10-08")));
        tender.Receive(Bid(2, At("2024-10-08")));

        Assert.Equal([new Unmet("DeadlineAhead", Deadline), new Unmet("TooFewBids", 3, 2), new Unmet("FirstKeyMissing")], Unmet(() => Open(tender, Deadline.AddTicks(-1))));
        tender.TurnKey(Deadline, FirstKey);
        Assert.Equal([new Unmet("TooFewBids", 3, 2)], Unmet(() => Open(tender, Deadline)));
        Assert.Null(tender.Bids[0].Content);
    }

    [Fact]
    public void Open_BidsAreSealedBeforeAndReadAfter()
    {
        var tender = Opened(bids: 4, invalid: 1);

        Assert.Equal(["NotQualified", null, null, null], tender.Bids.Select(b => b.InvalidReason));
        Assert.Equal(3, tender.ConformingBids.Count());
    }

    [Fact]
    public void Open_ByOnePersonOrAJob_IsRefused()
    {
        var tender = Published();
        Receive(tender, 3);
        Assert.Equal([new Unmet("FirstKeyMissing")], Unmet(() => Open(tender, Deadline)));

        tender.TurnKey(Deadline, Leader);

        Assert.Equal([new Unmet("SecondKeySamePerson", Leader.Id)], Unmet(() => Open(tender, Deadline)));
        Assert.Equal([new Unmet("KeyNeedsPerson")], Unmet(() => Open(tender, Deadline, by: Actor.Job(Leader.Id))));
        Open(tender, Deadline, by: FirstKey);
        Assert.Equal((TenderStage.Opened, Leader.Id, Deadline), (tender.Stage, tender.FirstKeyBy, tender.FirstKeyAt));
    }

    [Fact]
    public void TurnKey_TooEarlyTwiceOrByAJob_IsRefused()
    {
        var tender = Published();
        Assert.Equal([new Unmet("DeadlineAhead", Deadline)], Unmet(() => tender.TurnKey(Deadline.AddTicks(-1), FirstKey)));
        Assert.Equal([new Unmet("KeyNeedsPerson")], Unmet(() => tender.TurnKey(Deadline, Actor.Job("clock"))));
        Assert.Equal([new Unmet("NotInThisStage", "tender", "TurnKey", "Draft")], Unmet(() => New().TurnKey(Deadline, FirstKey)));

        tender.TurnKey(Deadline, FirstKey);

        Assert.Equal([new Unmet("FirstKeyTurned", "first-key")], Unmet(() => tender.TurnKey(Deadline, Leader)));
        Assert.Equal("first-key", tender.FirstKeyBy);
    }

    [Fact]
    public void Receive_OfABiddersSecondBid_WaitsForTheWithdrawalOfTheFirst()
    {
        var tender = Published();
        tender.Receive(Bid(1, Deadline, "a"));
        tender.Receive(Bid(2, Deadline, "b"));
        Assert.Equal([new Unmet("BidStands")], Unmet(() => tender.Receive(Bid(3, Deadline, "a"))));

        tender.Withdraw(Id(11), Deadline);
        tender.Receive(Bid(3, Deadline, "a"));

        Assert.Equal([Id(12), Id(13)], tender.StandingBids.Select(b => b.Id));
        Assert.Equal((null, Deadline), (tender.Bids[0].BidderTag, tender.Bids[0].WithdrawnAt));
    }

    [Fact]
    public void Withdraw_AfterTheDeadlineOrTwiceOrOfNoBid_IsRefused()
    {
        var tender = Published();
        Receive(tender, 3);
        Assert.Equal([new Unmet("WithdrawalTooLate", Deadline)], Unmet(() => tender.Withdraw(Id(11), Deadline.AddTicks(1))));
        tender.Withdraw(Id(11), Deadline);

        Assert.Equal([new Unmet("BidNotStanding")], Unmet(() => tender.Withdraw(Id(11), Deadline)));
        Assert.Equal([new Unmet("BidNotStanding")], Unmet(() => tender.Withdraw(Id(99), Deadline)));
        Assert.Equal([new Unmet("NotInThisStage", "tender", "Withdraw", "Opened")], Unmet(() => Opened().Withdraw(Id(11), Deadline)));
    }

    [Fact]
    public void WithdrawnBid_IsNeitherCountedNorOpened()
    {
        var tender = Published();
        Receive(tender, 4);
        tender.Withdraw(Id(11), Deadline);
        tender.Withdraw(Id(12), Deadline);
        tender.TurnKey(Deadline, FirstKey);
        Assert.Equal([new Unmet("TooFewBids", 3, 2)], Unmet(() => Open(tender, Deadline))); // 4 received, 2 withdrawn

        tender.Receive(Bid(5, Deadline));
        Open(tender, Deadline);

        Assert.Equal([null, null, "S13", "S14", "S15"], tender.Bids.Select(b => b.Content?.Supplier));
        Assert.Equal(3, tender.ConformingBids.Count());
    }

    [Fact]
    public void AnswerRecusal_BeforeTheBidsAreOpen_IsRefused()
    {
        var tender = Published();
        tender.AssignPanel("e1", "panel", isExpert: true);

        Assert.Equal([new Unmet("NotInThisStage", "tender", "AnswerRecusal", "Published")], Unmet(() => tender.AnswerRecusal("e1", RecusalGround.None, () => Id(1), Deadline)));
    }

    [Fact]
    public void Rank_TooFewConformingBids_IsRefused()
    {
        var tender = Opened(bids: 3, invalid: 1);
        Seat(tender, experts: 4, others: 1);
        Sign(tender);

        Assert.Equal([new Unmet("TooFewConformingBids", 3, 2)], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Rank_RecusalsOpen_AreCounted()
    {
        var tender = Opened();
        Seat(tender, experts: 4, others: 1);
        tender.AssignPanel("late", "panel", isExpert: false);
        Sign(tender);

        Assert.Equal([new Unmet("RecusalsOpen", 1)], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Rank_EvenPanel_IsRefused()
    {
        var tender = Opened();
        Seat(tender, experts: 5, others: 1);
        Sign(tender);

        Assert.Equal([new Unmet("PanelEven")], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Rank_TooFewExperts_IsRefused()
    {
        var tender = Opened();
        Seat(tender, experts: 3, others: 2);
        Sign(tender);

        Assert.Equal([new Unmet("TooFewExperts", 4, 3)], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Rank_MemberRecused_LeavesThePanelTooSmall()
    {
        var tender = Opened();
        Seat(tender, experts: 4, others: 0);
        tender.AssignPanel("o1", "panel", isExpert: false);
        tender.AnswerRecusal("o1", RecusalGround.Employment, () => Id(1), Deadline);
        Sign(tender);

        Assert.Equal([new Unmet("PanelTooSmall", 5, 4), new Unmet("PanelEven")], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Rank_SheetsUnsigned_AreCounted()
    {
        // Five members × three conforming bids.
        var tender = Opened();
        Seat(tender, experts: 4, others: 1);

        Assert.Equal([new Unmet("SheetsUnsigned", 15)], Unmet(() => Rank(tender)));
    }

    [Fact]
    public void Award_FirstInRank_WinsAndTheTenderIsConcluded()
    {
        var tender = Ranked(2, 1, 3);
        tender.Award(At("2024-10-12"), Leader);
        tender.Conclude(At("2024-10-25"), Leader);

        Assert.Equal(tender.Bids[1].Id, tender.WinnerId);
        Assert.Equal(["Publish", "Open", "Rank", "Award", "Conclude"], tender.Transitions.Take().Select(t => t.Trigger));
    }

    [Fact]
    public void Award_JointFirst_IsRefused() => Assert.Equal([new Unmet("TieUnresolved", 2)], Unmet(() => Ranked(1, 1, 3).Award(At("2024-10-12"), Leader)));

    [Fact]
    public void AssignPanel_TwiceOrAfterRanking_IsRefused()
    {
        var tender = Ranked(1, 2, 3);
        Assert.Equal([new Unmet("NotInThisStage", "tender", "AssignPanel", "Ranked")], Unmet(() => tender.AssignPanel("z", "panel", isExpert: true)));

        var draft = New();
        draft.AssignPanel("e1", "panel", isExpert: true);
        Assert.Equal([new Unmet("AssessorAssigned", "e1")], Unmet(() => draft.AssignPanel("e1", "panel", isExpert: true)));
    }

    [Fact]
    public void Fail_EndsTheTenderWithItsReason()
    {
        var tender = Published();
        tender.Fail("投标人不足三家", Deadline, Actor.Job("deadline"));

        Assert.Equal(("job:deadline", "投标人不足三家"), tender.Transitions.Take().Select(t => (t.By, t.Why)).Last());
        Assert.Equal([new Unmet("NotInThisStage", "tender", "Open", "Failed")], Unmet(() => Open(tender, Deadline)));
    }

    private static Tender New() => new(Id(1), Id(2), "GM-ZB-1", PurchaseMethod.OpenTender, FrozenText.Of("T", 1, "t"), Limits);

    private static Bid Bid(int n, DateTimeOffset storedAt, string? tag = null) => new(Id(10 + n), Id(1), [1, 2, 3], "sha", "receipt", storedAt, tag);

    private static void Receive(Tender tender, int bids)
    {
        for (var n = 1; n <= bids; n++)
        {
            tender.Receive(Bid(n, At("2024-10-08")));
        }
    }

    private static Tender Published()
    {
        var tender = New();
        tender.Publish(Deadline, At("2024-09-10"), Leader);
        return tender;
    }

    private static void Open(Tender tender, DateTimeOffset at, int invalid = 0, Actor? by = null) => tender.Open(
        tender.StandingBids.ToDictionary(b => b.Id, b => new BidContent(Supplier(b), Money.FromYuan(100m), null, new Dictionary<string, Fact>())),
        content => tender.Bids.Take(invalid).Any(b => content.Supplier == Supplier(b)) ? "NotQualified" : null, at, by ?? Leader);

    private static string Supplier(Bid bid) => $"S{bid.Id.ToByteArray()[0]}";

    private static Tender Opened(int bids = 3, int invalid = 0)
    {
        var tender = Published();
        Receive(tender, bids);
        tender.TurnKey(Deadline, FirstKey);
        Open(tender, Deadline, invalid);
        return tender;
    }

    private static void Seat(Tender tender, int experts, int others)
    {
        var n = 1_000;
        foreach (var member in Enumerable.Range(1, experts).Select(i => $"e{i}").Concat(Enumerable.Range(1, others).Select(i => $"p{i}")))
        {
            tender.AssignPanel(member, "panel", isExpert: member[0] == 'e');
            tender.AnswerRecusal(member, RecusalGround.None, () => Id(n++), Deadline);
        }
    }

    private static void Sign(Tender tender)
    {
        foreach (var sheet in tender.ConformingBids.SelectMany(b => b.Sheets))
        {
            sheet.ConfirmFacts(0);
            sheet.Sign([], 0, Deadline);
        }
    }

    private static Tender Ranked(params int[] ranks)
    {
        var tender = Opened();
        Seat(tender, experts: 4, others: 1);
        Sign(tender);
        tender.Rank(tender.Bids.Zip(ranks).ToDictionary(p => p.First.Id, p => (90m, p.Second)), At("2024-10-10"), Leader);
        return tender;
    }

    private static void Rank(Tender tender) => tender.Rank(new Dictionary<Guid, (decimal, int)>(), At("2024-10-10"), Leader);
}
