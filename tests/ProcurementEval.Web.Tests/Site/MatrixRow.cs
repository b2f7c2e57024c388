using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>One end-point in the matrix: what it requires, whose thing is tried on it, and how the thing's id is found.</summary>
/// <param name="Pattern">The route.</param>
/// <param name="Requires">Null: for everybody, signed in or not.</param>
/// <param name="To">Whose it is.</param>
/// <param name="Project">The project of the sample.</param>
/// <param name="Id">Finds the sample's id.</param>
internal sealed record MatrixRow(string Pattern, Permission? Requires, Belongs To, string? Project = null, Func<AppDbContext, string, Task<Guid>>? Id = null)
{
    /// <summary>One account alone, of those that it belongs to.</summary>
    public string? Only { get; init; }

    /// <summary>There is no such page in a real installation.</summary>
    public bool DemoOnly { get; init; }

    /// <summary>Posted by its owner with every field empty it still does something: a session ends.</summary>
    public bool Acts { get; init; }

    /// <summary>The sample's address, where the route has more in it than one id.</summary>
    public string? At { get; init; }

    public string Url(Guid? id) => (At ?? Pattern).Replace("{id:guid}", id?.ToString(), StringComparison.Ordinal)
        .Replace("{kind}", "mid-term", StringComparison.Ordinal).Replace("{format:regex(^(pdf|xlsx)$)}", "xlsx", StringComparison.Ordinal).Replace("{status:int}", "404", StringComparison.Ordinal);

    public bool Owns(Player player) => !DemoOnly && (Project is null ? To.HasFlag(Belongs.Everybody) : Cast.Of[Project].Owns(player, To)) && (Only is null || player.Account == Only);
}
