using System.Text.Json.Nodes;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Templates.Demos;

/// <summary>The data of the demonstration: invented parties and accounts, and contracts that vary the shipped cases so that on one day they stand at all points of their lives.</summary>
public sealed record DemoFile(string Id, string Title)
{
    /// <summary>Says that everything is invented; every varied case and plan repeats it.</summary>
    public required string Invented { get; init; }

    /// <summary>The day on whose morning, at nine in China, the demonstration begins.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The one password of all its accounts, which everybody may know.</summary>
    public required string Password { get; init; }

    public required IReadOnlyList<DemoParty> Parties { get; init; }

    public required IReadOnlyList<DemoAccount> Accounts { get; init; }

    public required IReadOnlyList<DemoContract> Contracts { get; init; }

    /// <exception cref="FileRefusedException">It is missing, or something in it blocks.</exception>
    public static DemoFile Read(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var file = YamlFile.Read(Path.Combine(catalogue.Folder, "demo.yaml"));
        FileCheck.Require(file, catalogue, "demo");
        return Catalogue.Parse<DemoFile>(file).Value;
    }
}

public sealed record DemoParty(string Code, string Name, PartyKind Kind);

/// <summary>An account: its user name is how records name the person, its party the organisation that it acts for.</summary>
public sealed record DemoAccount(string UserName, string Name, Role Role, string? PartyCode = null);

/// <summary>One contract: the case that it varies, and what it puts in place of the case's values.</summary>
public sealed record DemoContract(string Case, string Id, string Code, string Title, string Region)
{
    /// <summary>All dates of case and plan move by so many weeks; back where it is negative.</summary>
    public int Weeks { get; init; }

    /// <summary>Texts of the case by what takes their place: codes of parties and assessors.</summary>
    public IReadOnlyDictionary<string, string> Replace { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of the case by their path ("tender/bids/0/quote"), after the move; null removes one.</summary>
    public JsonObject Set { get; init; } = [];

    /// <summary>Values of the plan, likewise.</summary>
    public JsonObject SetPlan { get; init; } = [];

    /// <summary>Assessors who have not come yet.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The last day that is walked; by default the day before the demonstration begins.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why the purchaser ended the contract on that day; absent where it goes on.</summary>
    public string? Ended { get; init; }
}
