using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>
/// 开标与资格审查: after the deadline and the first key, a second person of the purchaser releases the tender's key, which is recorded; he then sees who has bid,
/// says who is qualified, and opens all bids at once.
/// </summary>
[Requires(Permission.OpenBids)]
public sealed class OpenModel(SealVault vault) : TenderPage
{
    private const int LongReason = 300;
    private SealKey key = null!;

    /// <summary>Codes of suppliers, as the form listed them.</summary>
    [BindProperty]
    public IList<string?> Suppliers { get; set; } = [];

    /// <summary>Codes of those who are qualified.</summary>
    [BindProperty]
    public IList<string?> Qualified { get; set; } = [];

    /// <summary>Why one is not qualified, in the order of the suppliers.</summary>
    [BindProperty]
    public IList<string?> Reasons { get; set; } = [];

    /// <summary>The second key is another person's than the first.</summary>
    public Answer CanOpen => Asks(TenderTrigger.Open) is { May: true } && Tender.FirstKeyBy == Reader.Account
        ? Answer.InThisStage([new Unmet("SecondKeySamePerson", Reader.Account)])
        : Asks(TenderTrigger.Open);

    /// <summary>What the bids say, with the bidders' names; empty until this person has released the key.</summary>
    public IReadOnlyList<(string Name, BidContent Content)> Contents { get; private set; } = [];

    public bool IsQualified(string supplier) => Suppliers.Count == 0 || Qualified.Contains(supplier);

    public string? ReasonOf(string supplier) => Suppliers.IndexOf(supplier) is >= 0 and var i ? Reasons.ElementAtOrDefault(i) : null;

    public Task<IActionResult> OnPostReleaseAsync() => DoAsync("Tender.KeyReleased", $"{Here}/open", (at, _) =>
    {
        RequireMay();
        vault.Open(Tender, key, at);
    });

    public Task<IActionResult> OnPostAsync() => DoAsync("Tender.OpenedDone", Here, (at, by) =>
    {
        RequireMay();
        RefusedException.ThrowIf(key.ReleasedAt is null, "KeyNotReleased");
        var contents = vault.Open(Tender, key, at);
        var refused = contents.Values.Select(c => c.Supplier).Where(s => !Qualified.Contains(s)).Order(StringComparer.Ordinal).ToArray();
        string[] why = [.. refused.Select(s => $"{s}: {Form.Text(nameof(Reasons), ReasonOf(s), LongReason)}")];
        if (ModelState.IsValid)
        {
            Tender.Open(contents, c => Ranking.InvalidReason(c, !refused.Contains(c.Supplier), Rules, Ceiling, Template), at, by, why.Length == 0 ? null : string.Join('\n', why));
        }
    });

    protected override async Task<bool> LoadAsync()
    {
        // A tender that was imported has no sealed bids, and no key.
        if (!await base.LoadAsync() || await Db.SealKeys.SingleOrDefaultAsync(k => k.TenderId == Id) is not { } found)
        {
            return false;
        }

        key = found;
        if (CanOpen.May && key.ReleasedAt is not null)
        {
            var contents = vault.Open(Tender, key, Now);
            var names = await NamesOfAsync(contents.Values.Select(c => c.Supplier));
            Contents = [.. contents.Values.OrderBy(c => c.Supplier, StringComparer.Ordinal).Select(c => (names[c.Supplier], c))];
        }

        return true;
    }

    private void RequireMay()
    {
        if (CanOpen is { May: false } answer)
        {
            throw new RefusedException(answer.InStage ? answer.Unmet : [new Unmet("NotInThisStage", Tender.Process.Name, nameof(TenderTrigger.Open), Tender.Stage.ToString())]);
        }
    }
}
