using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Parties;

/// <summary>登记单位: its code is how files and accounts refer to it and never changes.</summary>
[Requires(Permission.ManageParties)]
public sealed class AddModel : SitePage
{
    private const int NameLength = 200;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public override string Creates => "party";

    protected override string DuplicateField => nameof(Code);

    public Task<IActionResult> OnPostAsync()
    {
        var (code, name, kind) = (Form.Text(nameof(Code), Code, Mapping.CodeLength), Form.Text(nameof(Name), Name, NameLength), Form.Choice<PartyKind>(nameof(Kind), Kind));
        if (!code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            Form.Fault(nameof(Code), "Parties.CodeLetters", code);
        }

        return CreateAsync<Party>("Parties.Added", _ => "/parties", (id, _, _) =>
        {
            Db.Add(new Party(id, code, name, kind));
            return Task.CompletedTask;
        });
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(true);
}
