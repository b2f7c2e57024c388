using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Data;

/// <summary>The invented life of one contract, reached through its verbs and saved after each of them.</summary>
public sealed class StoredLife(AppDbContext db)
{
    public static readonly FrozenText PlanText = FrozenText.Of("plan", 1, "kind: plan\n");
    private static readonly Actor Clerk = Actor.Person("clerk");
    private static readonly WorkCalendar Calendar = new("none", 1, new(2024, 1, 1), new(2026, 12, 31)) { Holidays = [], Workdays = [] };
    private int ids;
    private DateTimeOffset now;

    public static Template Template { get; } = new("T", 1, "Invented", TemplatePurpose.Evaluation, 100m)
    {
        Raters = [new("expert", "专家")],
        Bands = [new("excellent", "优秀", 90m, null, null), new("pass", "合格", 60m, 90m, null), new("fail", "不合格", 0m, 60m, null)],
        Indicators = [new("A", "服务人次", 40m) { Rule = new RatioRule(null) }, new("B", "服务质量", 60m) { Rule = new JudgementRule([]) }],
    };

    public static Plan Plan { get; } = new("plan", 1, "Invented")
    {
        Calendar = "none",
        Budget = Money.FromYuan(1_000_000m),
        Tender = new(PurchaseMethod.OpenTender, new("T", 1), ContractSum.Quote) { Panel = new(5, 4), Ties = [TieBreak.LowerPrice] },
        TermMonths = 12,
        Instalments =
        [
            new("首期款", Share.FromPercent(30m)) { Release = [new StageReached(ContractStage.Signed)], Payment = new(10, Counting.Working) },
            new("末期款", Share.FromPercent(70m)) { Release = [new EvaluationFinal("final"), new AcceptancePublished()], Payment = new(10, Counting.Working), Adjustments = [new ScoreFormula(100m, ["excellent"])] },
        ],
        Evaluations = [new("final", new("T", 1), SubjectKind.Site) { Share = Share.Whole, Quorum = 2 }],
        Bands = Template.Bands,
        Renewal = new(["excellent"], 2),
        Objection = new(new(7, Counting.Working), new(7, Counting.Working)),
    };

    public Tender Tender { get; private set; } = null!;

    public Contract Contract { get; private set; } = null!;

    public Evaluation Evaluation => Contract.Evaluations[0];

    public SealVault Vault { get; } = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)], Bytes());

    public static Func<int, byte[]> Bytes()
    {
        byte next = 0;
        return count => [.. Enumerable.Range(0, count).Select(_ => unchecked(next++))];
    }

    public async Task<StoredLife> WholeAsync()
    {
        await AwardedAsync();
        await SignedAsync();
        await RatedAsync();
        await ClosedAsync();
        return this;
    }

    public async Task PublishedAsync()
    {
        Party[] parties = [new(NewId(), "purchaser", "某街道办事处", PartyKind.Purchaser), new(NewId(), "agency-0", "甲社工服务中心", PartyKind.Agency), new(NewId(), "finance", "某区财政局", PartyKind.FinanceBureau), new(NewId(), "body", "某评估中心", PartyKind.EvaluationBody)];
        var project = new Project(NewId(), "P-1", "社区社工服务", "440311", parties[0].Id, parties[2].Id, parties[3].Id, Plan.Budget, PlanText);
        Tender = new Tender(NewId(), project.Id, "T-1", PurchaseMethod.OpenTender, FrozenText.Of("T", 1, "kind: template\n"), new(20, 3, 5, 4));
        db.AddRange(parties);
        db.AddRange(project, Tender, new TenderDocument(NewId(), Tender.Id, new("招标文件.pdf", "application/pdf", 1_234, FrozenText.Hash("document")), At(2024, 1, 2)));
        await SaveAsync(2024, 1, 2);
        Tender.Publish(At(2024, 2, 1), Next(2024, 1, 3), Clerk);
        await SaveAsync(2024, 1, 3);
    }

    public async Task AwardedAsync()
    {
        await PublishedAsync();
        var key = Vault.NewKey(Tender.Id);
        db.Add(key);
        for (var i = 0; i < 3; i++)
        {
            var facts = new Dictionary<string, Fact> { ["z"] = new NumberFact(1.50m), ["a"] = new LikertFact([1, 2, 3, 4, 5]), ["m"] = new RatioFact(3m, null) };
            var (payload, sha256) = Vault.Seal(new($"agency-{i}", Money.FromYuan(900_000m + i), 1200m, facts), key);
            Tender.Receive(new Bid(NewId(), Tender.Id, payload, sha256, FrozenText.Hash($"receipt {i}"), Next(2024, 1, 20), $"tag-{i}"));
            await SaveAsync(2024, 1, 20);
        }

        for (var i = 0; i < 5; i++)
        {
            Tender.AssignPanel($"member-{i}", "expert", isExpert: i > 0);
        }

        Tender.TurnKey(Next(2024, 2, 1), Actor.Person("first-key"));
        Tender.Open(Vault.Open(Tender, key, Next(2024, 2, 1)), _ => null, now, Clerk);
        await SaveAsync(2024, 2, 1);
        foreach (var member in Tender.Panel.Select(p => p.Assessor).ToArray())
        {
            Tender.AnswerRecusal(member, RecusalGround.None, NewId, Next(2024, 2, 2));
        }

        await SaveAsync(2024, 2, 2);
        foreach (var sheet in Tender.Bids.SelectMany(b => b.Sheets))
        {
            sheet.Enter("B", new(81.25m, "有据"), 0, Next(2024, 2, 2));
            sheet.ConfirmFacts(0);
            sheet.Sign(["B"], 0, now);
        }

        await SaveAsync(2024, 2, 2);
        Tender.Rank(Tender.Bids.Select((b, i) => (b.Id, Place: (90.25m - i, i + 1))).ToDictionary(b => b.Id, b => b.Place), Next(2024, 2, 3), Clerk);
        Tender.Award(Next(2024, 2, 4), Clerk);
        await SaveAsync(2024, 2, 4);
    }

    public async Task SignedAsync()
    {
        var terms = new ContractTerms("C-1", Tender.ProjectId, Tender.Id, db.Parties.Local.Single(p => p.Kind == PartyKind.Agency).Id, Money.FromYuan(900_000m), new(2024, 3, 1), new(2025, 2, 28), 1);
        Contract = Contract.Draft(terms, Plan, PlanText, NewId);
        db.Add(Contract);
        Contract.Sign(new(2024, 2, 20), Next(2024, 2, 20), Clerk);
        Tender.Conclude(Next(2024, 2, 20), Clerk);
        await SaveAsync(2024, 2, 20);
        await PayAsync(Contract.Instalments[0], "INV-1");
        Contract.StartDelivery(Next(2024, 3, 1), Clerk);
        await SaveAsync(2024, 3, 1);
        var record = new ServiceRecord(NewId(), Contract.Id, new("T1", "site-1", new(2024, 4, 1)) { People = 12, Sessions = 1, Hours = 1.25m, ForGroup = true });
        var about = new EvidenceSubject(Contract.Id, record.Id, EvidenceKind.ServiceRecord, "A");
        db.AddRange(
            record,
            Evidence.Upload(NewId(), about, new("签到表.pdf", "application/pdf", 5_678, FrozenText.Hash("sign-in")), "王某等十二人", Next(2024, 4, 1), Clerk),
            Evidence.Inspect(NewId(), about, "个案档案", sha256: null, note: null, Next(2024, 4, 1), Actor.Person("expert-1")));
        await SaveAsync(2024, 4, 1);
    }

    public async Task RatedAsync()
    {
        Contract.Plans(new Evaluation(NewId(), Contract.Id, "final", "site-1", FrozenText.Of("T", 1, "kind: template\n"), 2));
        Evaluation.Assign("expert-2", "expert", isExpert: true);
        Evaluation.Assign("expert-1", "expert", isExpert: true);
        Evaluation.Open(Next(2025, 1, 6), Clerk);
        Evaluation.SetFacts(new Dictionary<string, Fact> { ["A"] = new RatioFact(50m, 100m) }, []);
        await SaveAsync(2025, 1, 6);
        foreach (var assessor in Evaluation.Assignments.Select(a => a.Assessor).ToArray())
        {
            Evaluation.AnswerRecusal(assessor, RecusalGround.None, NewId(), Next(2025, 1, 7));
        }

        var sheet = Evaluation.Sheets[0];
        sheet.Enter("B", new(50m), 0, Next(2025, 1, 8));
        await SaveAsync(2025, 1, 8);
        sheet.Enter("B", new(52.50m, "改分"), 1, Next(2025, 1, 8));
        sheet.Dispute("A", 49.5m, 1, Next(2025, 1, 8));
        Evaluation.SetFacts(Evaluation.Facts, []);
        Evaluation.Sheets[1].Enter("B", new(47.50m), 0, Next(2025, 1, 8));
        foreach (var s in Evaluation.Sheets)
        {
            s.ConfirmFacts(2);
            s.Sign(["B"], 2, Next(2025, 1, 9));
        }

        await SaveAsync(2025, 1, 9);
        Evaluation.Consolidate(Template, Combination.Mean, Next(2025, 1, 10), Clerk);
        Evaluation.Publish(new(2025, 1, 21), Next(2025, 1, 10), Clerk);
        Contract.PublishFinal(Next(2025, 1, 10), Clerk);
        var finding = new Finding(NewId(), Contract.Id, Evaluation.Id, "B", "档案不全", new(2025, 2, 1));
        var objection = Objection.File(NewId(), Evaluation, "人次少算", new(2025, 1, 20), Next(2025, 1, 12));
        db.AddRange(finding, objection);
        await SaveAsync(2025, 1, 12);
        objection.Dismiss("经复核无误", Next(2025, 1, 15), Clerk);
        finding.Reply("已补齐", Next(2025, 1, 16), Clerk);
        finding.Verify(Next(2025, 1, 17), Clerk);
        await SaveAsync(2025, 1, 17);
    }

    public async Task ClosedAsync()
    {
        Evaluation.Fix(Next(2025, 1, 22), Clerk);
        Contract.FixResult(70.00m, "pass", Next(2025, 1, 22), Clerk);
        Contract.PrepareAcceptance(NewId());
        var acceptance = Contract.Acceptance!;
        acceptance.InviteUsers(8, Next(2025, 2, 1), Clerk);
        acceptance.Confirm("通过", Next(2025, 2, 2), Clerk);
        acceptance.Publish(Next(2025, 2, 3), Clerk);
        Contract.Accept(Next(2025, 2, 4), Clerk);
        await SaveAsync(2025, 2, 4);
        await PayAsync(Contract.Instalments[1], "INV-2");
        Contract.Settle(Next(2025, 3, 20), Clerk);
        Contract.Close(Next(2025, 3, 21), Clerk);
        await SaveAsync(2025, 3, 21);
    }

    private async Task PayAsync(Instalment instalment, string invoice)
    {
        var result = Contract.ResultTotal is { } total ? new RatedResult(total, Contract.ResultGrade, Vetoed: false) : null;
        var settlement = Settlement.Of(new(Contract.Sum, instalment.Planned, instalment.Rule.Adjustments) { Result = result });
        instalment.Release(settlement, now = now.AddDays(1), Clerk);
        instalment.Claim(new(invoice, instalment.Payable, DateOnly.FromDateTime(now.Date)), new(30, Counting.Calendar), Calendar, now, Clerk);
        instalment.Confirm(now, Clerk);
        instalment.Approve(now, Clerk);
        instalment.Pay(now, Clerk);
        db.Acting = new(Clerk, now);
        await db.SaveChangesAsync();
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 1, 0, 0, TimeSpan.Zero);

    private DateTimeOffset Next(int year, int month, int day) => now = At(year, month, day) > now ? At(year, month, day) : now.AddSeconds(1);

    // Backwards, so that no order of ids is an order of making.
    private Guid NewId() => new(1_000_000 - ids++, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private async Task SaveAsync(int year, int month, int day)
    {
        db.Acting = new(Clerk, Next(year, month, day));
        await db.SaveChangesAsync();
    }
}
