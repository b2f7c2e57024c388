using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Parties;

/// <summary>单位: the organisations that take part, by kind.</summary>
[Requires(Permission.ManageParties)]
public sealed class IndexModel : SitePage
{
    public IReadOnlyList<Party> Parties { get; private set; } = [];

    protected override async Task<bool> LoadAsync()
    {
        Parties = await Db.Parties.AsNoTracking().OrderBy(p => p.Kind).ThenBy(p => p.Code).ToListAsync();
        return true;
    }
}
