namespace ProcurementEval.Domain.Delivery;

/// <summary>How often a cadence asks; a period missed is not made good by a full one.</summary>
public enum Cadence
{
    Month,
    Quarter,
    HalfYear,
}

/// <summary>What a target counts.</summary>
public enum Counted
{
    /// <summary>Records (events, cases, groups, reports) that meet the minimums.</summary>
    Records,

    /// <summary>People or person-times over all records that meet the minimums.</summary>
    People,

    /// <summary>Hours, two decimals.</summary>
    Hours,
}

/// <summary>One service indicator of a contract (服务指标): a count to reach, per site and year, with the minimums a record must meet to count.</summary>
public sealed record ServiceTarget(string Code, string Area, string Title, decimal Target)
{
    public Counted Counted { get; init; } = Counted.Records;

    /// <summary>Code of the target whose records this one counts too, where it has none of its own (case 1: the large events among the monthly ones).</summary>
    public string? RecordsOf { get; init; }

    public string? Unit { get; init; }

    /// <summary>People at one event below which it does not count.</summary>
    public int? MinimumPeople { get; init; }

    /// <summary>Sessions of one group, lessons of one term, or follow-ups of one case below which it does not count.</summary>
    public int? MinimumSessions { get; init; }

    /// <summary>Average people over all records that meet the minimums, below which none counts ("on average").</summary>
    public decimal? AveragePeople { get; init; }

    /// <summary>Average sessions or follow-ups over all records that meet the minimums, below which none counts.</summary>
    public decimal? AverageSessions { get; init; }

    /// <summary>其中: so much of what is counted must serve the named group; the target is complete only as far as this part is.</summary>
    public int? OfWhichForGroup { get; init; }

    /// <summary>The named group (e.g. 困难群体).</summary>
    public string? Group { get; init; }

    /// <summary>With a cadence, Target (and the named group's part) is asked in each full period from the contract's start.</summary>
    public Cadence? Each { get; init; }

    /// <summary>A rate in per cent (filing rate): counted records marked as filed ÷ the base given, Target is the percentage.</summary>
    public bool IsRate { get; init; }
}

/// <summary>One service record (服务记录) of a contract: what was done, where, when, for how many.</summary>
public sealed record DeliveredService(string Target, string Site, DateOnly Date)
{
    public int People { get; init; }

    public int Sessions { get; init; }

    public decimal Hours { get; init; }

    /// <summary>It served the named group of the target.</summary>
    public bool ForGroup { get; init; }

    /// <summary>Done in communities or homes (外展), not in the station.</summary>
    public bool OutReach { get; init; }

    /// <summary>For a rate: how many of the base are done (filed).</summary>
    public int Done { get; init; }

    /// <summary>For a rate: the base.</summary>
    public int Base { get; init; }
}

/// <summary>A place where a contract's service is delivered (服务点): its code in records and its name.</summary>
public sealed record ServiceSite(string Code, string Name);
