using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.People;

/// <summary>The accounts in the reader's scope; search and page stand in the address.</summary>
public abstract class AccountList : SitePage
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? RoleText { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageText { get; set; }

    /// <summary>The address of the list; its accounts lie below it.</summary>
    public abstract string At { get; }

    public Role? Role => Enum.GetNames<Role>().Contains(RoleText) ? Enum.Parse<Role>(RoleText!) : null;

    public int Number => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    protected override async Task<bool> LoadAsync()
    {
        var accounts = from u in Scope.Accounts
                       join p in Db.Parties on u.PartyId equals p.Id into parties
                       from p in parties.DefaultIfEmpty()
                       select new { User = u, Party = p == null ? null : p.Name };
        if (Text?.Trim() is { Length: > 0 } text)
        {
            var (pattern, collation) = (SearchPattern.Of(text), Db.SearchCollation);
            accounts = accounts.Where(a => EF.Functions.Like(EF.Functions.Collate(a.User.UserName!, collation), pattern, SearchPattern.Escape)
                || EF.Functions.Like(EF.Functions.Collate(a.User.Name, collation), pattern, SearchPattern.Escape)
                || EF.Functions.Like(EF.Functions.Collate(a.Party!, collation), pattern, SearchPattern.Escape));
        }

        accounts = Role is { } role ? accounts.Where(a => a.User.Role == role) : accounts;
        Count = await accounts.CountAsync();
        Rows = await accounts.OrderBy(a => a.User.NormalizedUserName).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(a => new AccountRow(a.User.Id, a.User.UserName!, a.User.Name, a.User.Role, a.Party, a.User.ManagesParty, a.User.Disabled, a.User.LockoutEnd)).ToListAsync();
        return true;
    }
}
