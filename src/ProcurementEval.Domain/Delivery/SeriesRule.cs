namespace ProcurementEval.Domain.Delivery;

/// <summary>A rule that makes service records of one target at one site, so that a case file need not list a year of them; what it makes is invented.</summary>
public sealed record SeriesRule
{
    public required long Seed { get; init; }

    public required string Target { get; init; }

    public required string Site { get; init; }

    /// <summary>Records over the whole time, or in each full period of <see cref="Each"/>; positive.</summary>
    public required int Count { get; init; }

    public Cadence? Each { get; init; }

    /// <summary>First day; the period's where null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; the period's where null.</summary>
    public DateOnly? To { get; init; }

    public Between People { get; init; } = Between.Nothing;

    public Between Sessions { get; init; } = Between.Nothing;

    /// <summary>Hours of one record, drawn in quarters of an hour from the lower end.</summary>
    public HoursBetween Hours { get; init; } = HoursBetween.Nothing;

    /// <summary>Every n-th record serves the named group; none where null.</summary>
    public int? GroupEvery { get; init; }

    /// <summary>Per cent of the records done in communities or homes, 0 to 100, spread evenly.</summary>
    public int OutReachPercent { get; init; }

    /// <summary>For a rate: done and base of each record.</summary>
    public int Done { get; init; }

    public int Base { get; init; }
}

/// <summary>Whole numbers from the lower to the upper end, both included.</summary>
public sealed record Between(int From, int To)
{
    public static readonly Between Nothing = new(0, 0);
}

/// <summary>Hours from the lower to the upper end, both included, two decimals.</summary>
public sealed record HoursBetween(decimal From, decimal To)
{
    public static readonly HoursBetween Nothing = new(0m, 0m);
}
