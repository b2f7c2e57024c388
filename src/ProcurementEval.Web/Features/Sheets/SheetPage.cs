using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Sheets;

/// <summary>A page about one's own score sheet, of an evaluation or of a bid.</summary>
public abstract class SheetPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public Template Template { get; private set; } = null!;

    /// <summary>The facts shared by all assessors, as they stand.</summary>
    public IReadOnlyDictionary<string, Fact> Facts { get; private set; } = new Dictionary<string, Fact>();

    public int FactsRevision { get; private set; }

    /// <summary>What is rated, as the reader calls it.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>The page of the evaluation or tender.</summary>
    public string Back { get; private set; } = "/";

    /// <summary>Scores may still be entered: the round is open and the sheet unsigned.</summary>
    public bool IsOpen { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public IReadOnlyList<RuleInput> Items => RuleInput.JudgedBy(Template, Sheet.Rater);

    public override object? Root => Sheet;

    /// <summary>The newest judgement of an item; null before the first.</summary>
    public SheetScore? Newest(string item) => Sheet.Scores.Where(s => s.Item == item).MaxBy(s => s.Sequence);

    /// <summary>One's own total so far, on the scale of the template.</summary>
    public decimal Total => Items.Sum(i => (Newest(i.Key)?.Points ?? 0m) * Weight(i));

    /// <summary>Items without points, or without the comment that their points require.</summary>
    public int Missing => Items.Count(i => Newest(i.Key) is not { } score || ScoreCheck.Judgement(i, score.ToJudgement(), Reader.Account) is not null);

    // What one point of an item adds to the total: tender factors are marked out of 100 and weigh less.
    private decimal Weight(RuleInput item)
    {
        var code = item.Key.Split('/')[0];
        return Template.Leaves().FirstOrDefault(l => l.Code == code) is { MarkedOutOf: { } scale } leaf ? leaf.Max / scale : 1m;
    }

    /// <summary>The sheet already says so: a repeat changes nothing.</summary>
    protected static bool Repeats(SheetScore? newest, Judgement judgement) =>
        newest is not null && newest.Points == judgement.Points && (newest.Comment ?? string.Empty) == (judgement.Comment ?? string.Empty);

    /// <summary>Why a judgement cannot be saved; null where it can. A missing comment is asked for before the signature, not while somebody types it.</summary>
    protected string? Refusal(RuleInput item, Judgement judgement) =>
        ScoreCheck.Judgement(item, judgement, Reader.Account) is { } fault && fault.Code != "CommentMissing" ? Sentences.Of(fault.Code, fault.Arguments) : null;

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.OwnSheets.SingleOrDefaultAsync(s => s.Id == Id) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return sheet.EvaluationId is { } evaluation ? await LoadEvaluationAsync(evaluation) : await LoadBidAsync(sheet.BidId!.Value);
    }

    private async Task<bool> LoadEvaluationAsync(Guid id)
    {
        var evaluation = await Scope.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id);
        if (evaluation is null)
        {
            return false;
        }

        var contract = await Db.Contracts.AsNoTracking().SingleAsync(c => c.Id == evaluation.ContractId);
        (Template, Facts, FactsRevision) = (evaluation.Template.ToTemplate(), evaluation.Facts, evaluation.FactsRevision);
        Subject = Show.About(contract, evaluation);
        (Back, IsOpen) = ($"/evaluations/{id}", evaluation.Stage == EvaluationStage.Open && !Sheet.IsSigned);
        Evidence = await Scope.Evidence.AsNoTracking().Where(e => e.ContractId == contract.Id).OrderBy(e => e.UploadedAt).ToListAsync();
        return true;
    }

    private async Task<bool> LoadBidAsync(Guid id)
    {
        var bid = await Db.Bids.AsNoTracking().SingleAsync(b => b.Id == id);
        if (await Scope.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == bid.TenderId) is not { } tender || bid.Content is not { } content)
        {
            return false;
        }

        (Template, Facts, FactsRevision) = (tender.Template.ToTemplate(), content.Facts, 1);
        var supplier = await Db.Parties.Where(p => p.Code == content.Supplier).Select(p => p.Name).SingleAsync();
        Subject = $"{tender.Number} · {supplier}";
        (Back, IsOpen) = ($"/tenders/{tender.Id}", tender.Stage == TenderStage.Opened && !Sheet.IsSigned);
        return true;
    }
}
