using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>回避声明 of a panel member: he learns who has bid, and nothing else before he has answered; one who may sit gets a sheet for every conforming bid.</summary>
[Requires(Permission.AnswerRecusal)]
public sealed class RecusalModel : TenderPage
{
    [BindProperty]
    public string? Ground { get; set; }

    // His own answer only: two members who answer at once do not meet at a version that they saw.
    public override object? Root => null;

    public Assignment Place => Tender.Panel.Single(a => a.Assessor == Reader.Account);

    public IReadOnlyList<string> Bidders { get; private set; } = [];

    public Task<IActionResult> OnPostAsync()
    {
        var ground = Form.Choice<RecusalGround>(nameof(Ground), Ground);
        return DoAsync("Tender.RecusalAnswered", ground == RecusalGround.None ? Here : "/", (at, _) => Tender.AnswerRecusal(Reader.Account, ground, Guid.CreateVersion7, at));
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Bidders = Tender.Stage == TenderStage.Opened ? [.. (await NamesOfAsync(Tender.ConformingBids.Select(b => b.Content!.Supplier))).Values.Order(StringComparer.Ordinal)] : [];
        return Tender.Panel.Any(a => a.Assessor == Reader.Account);
    }
}
