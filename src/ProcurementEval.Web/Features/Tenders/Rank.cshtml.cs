using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>排序: the published totals of all conforming bids and their places; where neither total nor price tells bids apart, in the order of the lot that was drawn.</summary>
[Requires(Permission.RankBids)]
public sealed class RankModel : TenderPage
{
    /// <summary>Codes of tied suppliers in the order of the lot, one a line.</summary>
    [BindProperty]
    public string? Lot { get; set; }

    public Answer CanRank => Asks(TenderTrigger.Rank);

    /// <summary>Those between whom a lot decides, with their codes; who is how far is not shown before the ranking stands.</summary>
    public IReadOnlyList<(string Code, string Name)> Tied { get; private set; } = [];

    public Task<IActionResult> OnPostAsync()
    {
        var lot = LotTyped();
        return DoAsync("Tender.RankedDone", Here, (at, by) =>
        {
            Tender.Process.Require(Tender, TenderTrigger.Rank, at);
            Tender.Rank(Tender.Rank(Template, Rules, lot).ToDictionary(r => r.Id, r => (r.Score.Total, r.Rank)), at, by);
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var tied = CanRank.May && Rules.Ties.Contains(TieBreak.Lot)
            ? Tender.Rank(Template, Rules, []).GroupBy(b => b.Rank).Where(g => g.Count() > 1).SelectMany(g => g.Select(b => b.Content.Supplier)).ToArray()
            : [];
        var names = await NamesOfAsync(tied);
        Tied = [.. tied.Order(StringComparer.Ordinal).Select(code => (code, names[code]))];
        return true;
    }

    private IReadOnlyList<string> LotTyped()
    {
        if (Tied.Count == 0)
        {
            return [];
        }

        var typed = Form.Text(nameof(Lot), Lot).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return typed.Order(StringComparer.Ordinal).SequenceEqual(Tied.Select(t => t.Code)) ? typed : Form.Fault<IReadOnlyList<string>>(nameof(Lot), "Tender.LotWrong", [], Show.List(Tied.Select(t => t.Code)));
    }
}
