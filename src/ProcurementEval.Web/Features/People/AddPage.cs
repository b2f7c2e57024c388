using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.People;

/// <summary>A new account. Its first password is drawn, or typed by who adds it; either way the person must replace it when he first signs in.</summary>
public abstract class AddPage(UserManager<User> users) : SitePage
{
    /// <summary>TempData: the drawn password, shown once on the next page.</summary>
    public const string Shown = "one-time-password";
    private const int NameLength = 100;

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public override string Creates => "account";

    protected abstract string At { get; }

    protected override string DuplicateField => nameof(Account);

    protected override Task<bool> LoadAsync() => Task.FromResult(true);

    protected async Task<IActionResult> AddAsync(Role role, Guid? party, bool managesParty)
    {
        var (account, name) = (Form.Text(nameof(Account), Account, Mapping.CodeLength), Form.Text(nameof(Name), Name, NameLength));
        if (!account.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
        {
            Form.Fault(nameof(Account), "People.AccountLetters", account);
        }

        var drawn = string.IsNullOrEmpty(Password) ? OneTimePassword.Draw() : null;
        User? user = null;
        var answer = await CreateAsync<User>("People.Added", id => $"{At}/{id}", async (id, _, _) =>
        {
            user = new User { Id = id, UserName = account, NormalizedUserName = users.NormalizeName(account), Name = name, Role = role, PartyId = party, ManagesParty = managesParty };
            foreach (var validator in drawn is null ? users.PasswordValidators : [])
            {
                (await validator.ValidateAsync(users, user, Password)).Errors.ToList().ForEach(e => ModelState.AddModelError(nameof(Password), SiteText.NameOr("Account.Error", e.Code)));
            }

            user.Receive(users.PasswordHasher.HashPassword(user, drawn ?? Password!));
            Db.Add(user);
        });
        if (user is not null && Db.Entry(user).State == EntityState.Unchanged)
        {
            TempData[Shown] = drawn;
        }

        return answer;
    }
}
