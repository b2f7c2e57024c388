using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>投标: the agency's quote, hours and facts, sealed before they are stored; bidding again replaces what was there. Nobody learns who has bid: the act is the bid box's.</summary>
[Requires(Permission.SubmitBid)]
public sealed class BidModel(SealVault vault, BidderTag tag) : BidderPage(tag)
{
    [BindProperty]
    public string? Quote { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    /// <summary>The bid that stood when the form was opened.</summary>
    [BindProperty]
    public string? Replaces { get; set; }

    public override string Creates => $"bid:{Id}";

    public FactForm Facts { get; private set; } = null!;

    public bool AsksHours => Ranking.ScoresHours(Template) || Rules.MinimumHours is not null || Rules.MaximumHours is not null;

    public string? OwnId => Own?.Id.ToString();

    public async Task<IActionResult> OnPostAsync()
    {
        var quote = Form.Money(nameof(Quote), Quote);
        var hours = AsksHours ? Form.Number(nameof(Hours), Hours) : (decimal?)null;
        var facts = FactsTyped();
        if (ModelState.IsValid && !quote.IsPositive)
        {
            Form.Fault(nameof(Quote), "Tender.QuoteNotPositive", quote, Show.Money(quote.Yuan));
        }

        return await CreateAsync<Bid>("Tender.BidSealed", _ => Here, async (id, at, _) =>
        {
            if (!string.Equals(Replaces ?? string.Empty, OwnId ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            {
                throw new DbUpdateConcurrencyException();
            }

            if (Own is { } own)
            {
                Tender.Withdraw(own.Id, at);
            }

            var (payload, sha256) = vault.Seal(new BidContent(Agency.Code, quote, hours, facts), await Db.SealKeys.SingleAsync(k => k.TenderId == Id));
            Tender.Receive(new Bid(id, Id, payload, sha256, FrozenText.Hash(sha256), at, OwnTag));
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Facts = new FactForm(Template, new Dictionary<string, Fact>(), Request.HasFormContentType ? await Request.ReadFormAsync() : null);
        return true;
    }

    private IReadOnlyDictionary<string, Fact> FactsTyped()
    {
        var facts = Facts.Read(ModelState);
        var input = new ScoreInput { Facts = facts, Assessors = [], Vetoes = new HashSet<string>(StringComparer.Ordinal) };
        foreach (var fault in ModelState.IsValid ? ScoreCheck.Faults(Template, input).Where(f => facts.Keys.Any(k => f.Path == $"facts/{k}")) : [])
        {
            ModelState.AddModelError(string.Empty, Sentences.Of(fault.Code, fault.Arguments));
        }

        return facts;
    }
}
