using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>A contract on one page: its life line, and below it tender, money, delivery, evaluations, documents and history, each as far as the reader may see it.</summary>
[Requires(Permission.ReadContracts)]
public sealed class ShowModel : SitePage
{
    private const int MostEvidence = 12;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The site whose delivery is shown; all of them without it.</summary>
    [BindProperty(SupportsGet = true, Name = "site")]
    public string? SiteCode { get; set; }

    /// <summary>The page of the service records.</summary>
    [BindProperty(SupportsGet = true, Name = "records")]
    public string? RecordsText { get; set; }

    public Contract Contract { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    /// <summary>Null where the reader may not see it.</summary>
    public Tender? Tender { get; private set; }

    public IReadOnlyDictionary<Guid, Party> Parties { get; private set; } = new Dictionary<Guid, Party>();

    /// <summary>Of an account of the evaluation body.</summary>
    public bool Leads { get; private set; }

    /// <summary>An assessor sees what his assignment needs: no tender, no money, no history.</summary>
    public bool Assesses => Reader.Role == Role.Evaluator && !Leads;

    public bool SeesMoney => !Assesses;

    /// <summary>Before his answer on recusal an assessor sees no document.</summary>
    public bool SeesDelivery => !Assesses || Contract.Evaluations.Any(e => e.Assignments.Any(a => a.Assessor == Reader.Account && a.Sits));

    public DeliveryView? Delivery { get; private set; }

    public IReadOnlyList<EvaluationView> Evaluations { get; private set; } = [];

    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The newest pieces of evidence.</summary>
    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public IReadOnlyList<Transition> History { get; private set; } = [];

    /// <summary>The history, newest first; the same step by the same hand on one day is one line.</summary>
    public IEnumerable<HistoryLine> HistoryLines => History.OrderByDescending(h => h.At)
        .GroupBy(h => (h.Process, h.Trigger, h.By, h.Why, Domain.Calendars.ChinaTime.DateOf(h.At)))
        .Select(g => new HistoryLine(g.First(), SubjectsOf([.. g.Select(h => h.SubjectId)])));

    /// <summary>Names by account, for the history.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    internal LifeLine Life => new(Contract, History, Reader, SeesMoney, Now);

    internal Offers Offers => new(Reader, Leads, Now);

    /// <summary>Days after a day by which something should have been done; zero in time.</summary>
    public int DaysLate(DateOnly due) => Math.Max(0, Today.DayNumber - due.DayNumber);

    /// <summary>Interest on what is overdue, should the rule for small and medium enterprises apply.</summary>
    public LateInterest? Interest(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return instalment.DueOn is { } due && LateInterest.Of(instalment.Payable, due, instalment.PaidOn ?? Today, InterestBasis.SmeRule) is { Days: > 0 } interest ? interest : null;
    }

    public IReadOnlyList<Bar> MoneyBars => Contract.Balance is var b && Contract.Sum.IsPositive
        ? [new(SiteText.Of("Funds.Paid"), Web.Show.Money(b.Paid.Yuan), b.Paid.Yuan / b.Contract.Yuan), new(SiteText.Of("Funds.Unpaid"), Web.Show.Money(b.Unpaid.Yuan), b.Unpaid.Yuan / b.Contract.Yuan), new(SiteText.Of("Funds.Deducted"), Web.Show.Money(b.Deducted.Yuan), b.Deducted.Yuan / b.Contract.Yuan)]
        : [];

    /// <summary>Kinds of evaluation all of whose subjects are published, and so have a report.</summary>
    public IReadOnlyList<string> PublishedKinds => Assesses ? [] : [.. Contract.Evaluations.GroupBy(e => e.Kind).Where(g => g.All(e => e.Stage >= EvaluationStage.Published)).Select(g => g.Key)];

    public IReadOnlyList<(string Anchor, string Key)> Sections =>
    [
        .. Tender is null ? Array.Empty<(string, string)>() : [("tender", "Show.Tender")],
        .. SeesMoney ? [("money", "Show.Money")] : Array.Empty<(string, string)>(),
        .. SeesDelivery ? [("delivery", "Show.Delivery")] : Array.Empty<(string, string)>(),
        ("evaluations", "Show.Evaluations"),
        ("documents", "Show.Documents"),
        .. Assesses ? Array.Empty<(string, string)>() : [("history", "Show.History")],
    ];

    public string PartyName(Guid id) => Parties.TryGetValue(id, out var party) ? party.Name : "–";

    /// <summary>What keeps a planned instalment from being claimed.</summary>
    public IReadOnlyList<string> ReleaseBlocks(Instalment instalment)
    {
        ArgumentNullException.ThrowIfNull(instalment);
        return [.. Instalment.Process.CanFire(instalment, InstalmentTrigger.Release, Now).Unmet.Select(u => Sentences.Of(u.Code, u.Arguments))];
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Contracts.Where(c => c.Id == Id).Select(c => new { c.ProjectId, c.TenderId, c.AgencyId }).SingleOrDefaultAsync() is not { } keys)
        {
            return false;
        }

        Project = await Db.Projects.SingleAsync(p => p.Id == keys.ProjectId);
        Leads = Scope.Leads(Project);

        // Sheets are the leader's to wait for; nobody else's page loads them.
        Contract = await (Leads ? Scope.Contracts.Whole() : Scope.Contracts.WithoutSheets()).SingleAsync(c => c.Id == Id);
        Plan = Contract.Plan.ToPlan();
        Tender = await Scope.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == keys.TenderId);
        Parties = await Db.Parties.Where(p => p.Id == keys.AgencyId || p.Id == Project.PurchaserId || p.Id == Project.FinanceId || p.Id == Project.EvaluationBodyId).ToDictionaryAsync(p => p.Id);
        await LoadEvaluationsAsync();
        if (SeesDelivery)
        {
            Evidence = await Scope.Evidence.AsNoTracking().Where(e => e.ContractId == Id).OrderByDescending(e => e.UploadedAt).ThenBy(e => e.Id).Take(MostEvidence).ToListAsync();
            var services = await Scope.ServiceRecords.AsNoTracking().Where(r => r.ContractId == Id).Select(r => r.Service).ToListAsync();
            Delivery = new DeliveryView(Contract, services, SiteCode, int.TryParse(RecordsText, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1, Today);
        }

        await LoadHistoryAsync();
        return true;
    }

    private IReadOnlyList<string> SubjectsOf(HashSet<Guid> subjects) =>
    [
        .. Evaluations.Select(e => e.Evaluation).Where(e => subjects.Contains(e.Id)).Select(e => Contract.SiteName(e.Subject) ?? SiteText.NameOr("EvaluationKind", e.Kind)).Distinct(),
        .. Contract.Instalments.Where(i => subjects.Contains(i.Id)).Select(i => i.Rule.Name),
    ];

    private async Task LoadEvaluationsAsync()
    {
        var seen = Contract.Evaluations.Where(e => !Assesses || e.Assignments.Any(a => a.Assessor == Reader.Account && (a.Answered is null || a.Sits))).ToArray();
        var sheets = Assesses ? await Scope.OwnSheets.Where(s => Db.Evaluations.Any(e => e.Id == s.EvaluationId && e.ContractId == Id)).Select(s => new { s.Id, s.EvaluationId, s.SignedAt }).ToListAsync() : [];
        Evaluations = [.. seen.Select(e => new EvaluationView(e, Leads, Contract.SiteName(e.Subject) ?? Project.Title)
        {
            OwnSheet = sheets.Find(s => s.EvaluationId == e.Id)?.Id,
            HasSigned = sheets.Exists(s => s.EvaluationId == e.Id && s.SignedAt is not null),
            AsksRecusal = Assesses && e.Assignments.Any(a => a.Assessor == Reader.Account && a.Answered is null),
        })];
        Guid[] published = [.. Evaluations.Where(e => e.IsPublished || Leads).Select(e => e.Evaluation.Id)];
        Findings = await Scope.Findings.Where(f => f.ContractId == Id && published.Contains(f.EvaluationId)).OrderBy(f => f.DueOn).ThenBy(f => f.Id).ToListAsync();
        Objections = Assesses ? [] : await Scope.Objections.Where(o => o.ContractId == Id).OrderBy(o => o.FiledAt).ThenBy(o => o.Id).ToListAsync();
    }

    private async Task LoadHistoryAsync()
    {
        var all = await Db.HistoryOfContract(Id).ToListAsync();
        Guid[] seen = [.. Evaluations.Select(e => e.Evaluation.Id)];
        IEnumerable<Transition> own = Assesses ? all.Where(t => t.SubjectId == Id || seen.Contains(t.SubjectId)) : all;
        var tender = Tender is { } t ? await Db.HistoryOfProject(Project.Id).Where(step => step.SubjectId == t.Id).ToListAsync() : [];
        History = [.. tender.Concat(own)];
        string[] accounts = [.. History.Select(h => h.By).Distinct()];
        Names = await Db.Users.Where(u => accounts.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
    }
}

/// <summary>A step of the history and, where that is not the contract itself, what it was taken on.</summary>
public sealed record HistoryLine(Transition Step, IReadOnlyList<string> Of);
