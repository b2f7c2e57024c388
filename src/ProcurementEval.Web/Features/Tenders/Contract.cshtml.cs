using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;
using Signed = ProcurementEval.Domain.Contracts.Contract;
using Terms = ProcurementEval.Domain.Contracts.ContractTerms;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>签订合同: number and dates as they were signed, places and service indicators pasted from a spreadsheet or uploaded; the contract is drafted from the award, signed, and the tender concluded, in one save.</summary>
[Requires(Permission.SignContract)]
public sealed class ContractModel : TenderPage
{
    private const int ShortText = 100;

    private DateOnly? awarded;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? SignedOn { get; set; }

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public string? End { get; set; }

    /// <summary>Code and name of each place, tab-separated.</summary>
    [BindProperty]
    public string? Sites { get; set; }

    /// <summary>The indicators, tab-separated.</summary>
    [BindProperty]
    public string? Targets { get; set; }

    /// <summary>The indicators as a workbook; it is read into the field, where it can be put right.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public override string Creates => $"contract:{Id}";

    public Answer CanSign => Asks(TenderTrigger.Conclude);

    public Party? Winner { get; private set; }

    public Money Sum { get; private set; }

    protected override string DuplicateField => nameof(Number);

    public void OnGet() => SignedOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync()
    {
        var number = Form.Text(nameof(Number), Number, ShortText);
        var (signed, start, end) = (Form.Date(nameof(SignedOn), SignedOn), Form.Date(nameof(Start), Start), Form.Date(nameof(End), End));
        if (signed > Today)
        {
            Form.Fault(nameof(SignedOn), "Tender.SignedAhead", signed, Show.Date(signed), Show.Date(Today));
        }

        if (awarded is { } award && signed < award)
        {
            Form.Fault(nameof(SignedOn), "Tender.SignedBeforeAward", signed, Show.Date(signed), Show.Date(award));
        }

        TakeWorkbook();
        var sites = TargetTable.Sites(Sites, ModelState, nameof(Sites));
        var targets = TargetTable.Targets(Targets, ModelState, nameof(Targets));
        return await CreateAsync<Signed>("Tender.ContractSigned", id => $"/contracts/{id}", (id, at, by) =>
        {
            Tender.Process.Require(Tender, TenderTrigger.Conclude, at);
            var terms = new Terms(number, Project.Id, Id, Winner!.Id, Sum, start, end, Year: 1) { Sites = sites, Targets = targets };
            var first = true;
            var contract = Signed.Draft(terms, Plan, Project.Plan, () => first ? First(id) : Guid.CreateVersion7());
            Db.Add(contract);
            contract.Sign(signed, at, by);
            Tender.Conclude(at, by);
            return Task.CompletedTask;

            Guid First(Guid made)
            {
                first = false;
                return made;
            }
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        if (Tender.Bids.SingleOrDefault(b => b.Id == Tender.WinnerId)?.Content is { } won)
        {
            var award = await Db.HistoryOfProject(Project.Id).Where(t => t.SubjectId == Id && t.Trigger == nameof(TenderTrigger.Award)).Select(t => t.At).FirstAsync();
            awarded = Domain.Calendars.ChinaTime.DateOf(award);
            Winner = await Db.Parties.AsNoTracking().SingleAsync(p => p.Code == won.Supplier);
            Sum = Rules.SumOf(won.Quote, Project.Budget);
        }

        return true;
    }

    private void TakeWorkbook()
    {
        if (Workbook is not { Length: > 0 } file)
        {
            return;
        }

        try
        {
            using var content = file.OpenReadStream();
            Targets = PastedTable.TextOf(content);
            ModelState.SetModelValue(nameof(Targets), Targets, Targets);
        }
        catch (InvalidDataException)
        {
            Form.Fault(nameof(Workbook), "Pasted.NoWorkbook", string.Empty);
        }
    }
}
