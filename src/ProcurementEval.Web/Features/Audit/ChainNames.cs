using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>The names of chains as people know what they are of.</summary>
internal sealed class ChainNames(AppDbContext db)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyList<string> chains)
    {
        var (contracts, projects, users) = (Ids(chains, "contract"), Ids(chains, "project"), Ids(chains, "user"));
        var names = (await db.Contracts.Where(c => contracts.Contains(c.Id)).Select(c => new { c.Id, Name = c.Number }).ToListAsync())
            .Concat(await db.Projects.Where(p => projects.Contains(p.Id)).Select(p => new { p.Id, Name = p.Title }).ToListAsync())
            .Concat(await db.Users.Where(u => users.Contains(u.Id)).Select(u => new { u.Id, Name = u.UserName! }).ToListAsync())
            .ToDictionary(n => n.Id.ToString(), n => n.Name);
        return chains.ToDictionary(c => c, c => c.Split(':') is [var kind, var id] && names.TryGetValue(id, out var name) ? SiteText.Of($"Chain.{kind}", name) : SiteText.NameOr("Chain", c));
    }

    private static Guid[] Ids(IEnumerable<string> chains, string kind) =>
        [.. chains.Select(c => c.Split(':')).Where(c => c.Length == 2 && c[0] == kind).Select(c => Guid.TryParse(c[1], out var id) ? id : Guid.Empty)];
}
