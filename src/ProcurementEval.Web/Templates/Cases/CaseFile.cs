using System.Text.Json.Nodes;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>One published tender as input of a walk: what was found, and what was invented so that its whole life can be walked.</summary>
public sealed record CaseFile(string Id, string Title)
{
    public required string Source { get; init; }

    /// <summary>Says which parts of the file are invented.</summary>
    public required string Invented { get; init; }

    public required TemplateReference Plan { get; init; }

    /// <summary>Templates that the plan names, pinned by hash.</summary>
    public required IReadOnlyList<TemplateReference> Templates { get; init; }

    public required CaseProject Project { get; init; }

    public required CaseTender Tender { get; init; }

    public required CaseContract Contract { get; init; }

    /// <summary>Where service is delivered: sites, rated one by one where the plan says so.</summary>
    public required IReadOnlyList<ServiceSite> Sites { get; init; }

    /// <summary>Targets of every site and year.</summary>
    public required IReadOnlyList<ServiceTarget> Targets { get; init; }

    /// <summary>Rules that make a year of service records.</summary>
    public required IReadOnlyList<SeriesRule> Series { get; init; }

    /// <summary>Single records beside the rules.</summary>
    public IReadOnlyList<DeliveredService> Services { get; init; } = [];

    /// <summary>Posts that stood empty.</summary>
    public IReadOnlyList<CaseVacancy> Vacancies { get; init; } = [];

    public required IReadOnlyList<CaseEvaluation> Evaluations { get; init; }

    public required CaseAcceptance Acceptance { get; init; }

    public required IReadOnlyList<CaseInstalment> Instalments { get; init; }

    /// <summary>The day on which the contract is closed or renewed.</summary>
    public required DateOnly Ends { get; init; }
}

public sealed record CaseProject(string Code, string Title, string Region, CaseParty Purchaser, CaseParty Finance, CaseParty EvaluationBody);

/// <summary>A post that stood empty, both days included.</summary>
public sealed record CaseVacancy(string Post, DateOnly From, DateOnly To);

public sealed record CaseParty(string Code, string Name);

public sealed record CaseTender(string Number, DateOnly Published, DateOnly Deadline, DateOnly Scored, DateOnly Awarded)
{
    /// <summary>The day of drafting, where the draft lay before it was published.</summary>
    public DateOnly? Drafted { get; init; }

    /// <summary>The day on which the panel scored, where it was not the day of the ranking.</summary>
    public DateOnly? Judged { get; init; }

    /// <summary>Panel members; the lists of scores follow their order.</summary>
    public required IReadOnlyList<CaseMember> Members { get; init; }

    public required IReadOnlyList<CaseBid> Bids { get; init; }

    /// <summary>Supplier codes in the order of the lot, where one was drawn.</summary>
    public IReadOnlyList<string> Lot { get; init; } = [];
}

/// <summary>An assessor: account, class of raters, whether an outside expert.</summary>
public sealed record CaseMember(string Id, string Rater, bool Expert);

/// <summary>A bid: facts by factor code, and for every judged factor the members' scores in their order.</summary>
public sealed record CaseBid(CaseParty Supplier, Money Quote)
{
    public decimal? Hours { get; init; }

    public bool Qualified { get; init; } = true;

    /// <summary>The day on which it came in; by default the day of the deadline.</summary>
    public DateOnly? Received { get; init; }

    public required JsonObject Facts { get; init; }

    public required JsonObject Scores { get; init; }
}

/// <summary>The contract's dates; its sum follows the plan.</summary>
public sealed record CaseContract(string Number, DateOnly Signed, DateOnly Start, DateOnly End);

/// <summary>One evaluation of the plan: days of opening, signing, publication; assessors; and per subject the facts and scores.</summary>
public sealed record CaseEvaluation(string Kind, DateOnly Opened, DateOnly Signed, DateOnly Published, DateOnly Fixed)
{
    public required IReadOnlyList<CaseMember> Assessors { get; init; }

    /// <summary>Facts and scores of all subjects, unless a subject has its own.</summary>
    public JsonObject Facts { get; init; } = [];

    public JsonObject Scores { get; init; } = [];

    /// <summary>Facts, by item, that must agree with what the service records give on the day of opening; the check compares them.</summary>
    public IReadOnlyDictionary<string, RecordMeasure> FromRecords { get; init; } = new Dictionary<string, RecordMeasure>();

    /// <summary>Site codes (or the contract's number where it is the one subject) with what differs.</summary>
    public required IReadOnlyList<CaseSubject> Subjects { get; init; }

    public IReadOnlyList<CaseFinding> Findings { get; init; } = [];

    public IReadOnlyList<CaseObjection> Objections { get; init; } = [];
}

public sealed record CaseSubject(string Code)
{
    public JsonObject Facts { get; init; } = [];

    public JsonObject Scores { get; init; } = [];

    /// <summary>Per veto code, its conditions with true or false; absent vetoes do not stand.</summary>
    public JsonObject Vetoes { get; init; } = [];

    /// <summary>Facts that an assessor disputed before signing, with his own count; the fact above is what both agreed on.</summary>
    public IReadOnlyList<CaseDispute> Disputes { get; init; } = [];
}

public sealed record CaseDispute(string Assessor, string Item, decimal OwnCount, decimal FirstEntered);

public sealed record CaseFinding(string Subject, string Indicator, string Text, DateOnly Due, string Reply, DateOnly Replied, DateOnly Verified);

public sealed record CaseObjection(string Subject, DateOnly Filed, string Reason, string Answer, DateOnly Answered);

public sealed record CaseAcceptance(int UsersInvited, DateOnly Invited, DateOnly Confirmed, DateOnly Published, string Statement);

/// <summary>The days on which one instalment was released, claimed with its invoice, confirmed, approved and paid.</summary>
public sealed record CaseInstalment(DateOnly Released, DateOnly Claimed, string Invoice, DateOnly Confirmed, DateOnly Approved, DateOnly Paid);
