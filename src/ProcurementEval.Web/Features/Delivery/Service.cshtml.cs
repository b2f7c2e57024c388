using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>服务记录: the agency reports what it delivered, one record in a form or many as a table; of a table with a wrong row nothing is stored.</summary>
[Requires(Permission.ReportService)]
public sealed class ServiceModel(FileStore store) : DeliveryPage
{
    private const int Latest = 20;
    private ServiceForm reading = null!;

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Site { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? People { get; set; }

    [BindProperty]
    public string? Sessions { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? ForGroup { get; set; }

    [BindProperty]
    public string? OutReach { get; set; }

    [BindProperty]
    public string? Done { get; set; }

    [BindProperty]
    public string? Base { get; set; }

    [BindProperty]
    public IList<IFormFile> Files { get; set; } = [];

    /// <summary>A pasted table.</summary>
    [BindProperty]
    public string? Rows { get; set; }

    /// <summary>A workbook with the table.</summary>
    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public override string? Creates => $"service:{Id}";

    public Answer Answer => Contract.CanReportDelivery();

    public IEnumerable<SelectListItem> Targets => reading.Targets.Select(t => new SelectListItem($"{t.Code} {t.Title}", t.Code));

    public IEnumerable<SelectListItem> Sites => Contract.Sites.Select(s => new SelectListItem($"{s.Code} {s.Name}", s.Code));

    public bool HasRates => Contract.Targets.Any(t => t.IsRate);

    /// <summary>How many records each target has.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = null!;

    public IReadOnlyList<ServiceRecord> Newest { get; private set; } = null!;

    public Task<IActionResult> OnPostOneAsync()
    {
        var service = reading.Read(Form, field => Request.Form[field]);
        return CreateAsync<ServiceRecord>("Delivery.Recorded", _ => $"{Back}/service", async (id, at, by) =>
        {
            Refuse();
            Db.Add(new ServiceRecord(id, Id, service));
            Db.AddRange(await new EvidenceFiles(store).KeepAsync(Form, nameof(Files), [.. Files], new EvidenceSubject(Id, id, EvidenceKind.ServiceRecord), note: null, at, by, HttpContext.RequestAborted));
        });
    }

    public Task<IActionResult> OnPostManyAsync()
    {
        if (Workbook is { } workbook)
        {
            Rows = TextOf(workbook);
            ModelState.SetModelValue(nameof(Rows), Rows, Rows);
        }

        if (string.IsNullOrWhiteSpace(Rows) && Workbook is null)
        {
            Form.Fault(nameof(Rows), "Delivery.RowsMissing", 0);
        }

        var services = new PastedTable(Rows, ServiceForm.Names, ServiceForm.Columns).Read(ModelState, nameof(Rows), row => reading.Read(row.Form, c => row[c]));
        return CreateAsync<ServiceRecord>("Delivery.RecordedMany", _ => $"{Back}/service", (id, _, _) =>
        {
            Refuse();
            Db.AddRange(services.Select((service, i) => new ServiceRecord(i == 0 ? id : Guid.CreateVersion7(), Id, service)));
            return Task.CompletedTask;
        });
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        reading = new ServiceForm(Contract, Today);
        var records = Scope.ServiceRecords.AsNoTracking().Where(r => r.ContractId == Id);
        Counts = await records.GroupBy(r => r.Service.Target).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Newest = await records.OrderByDescending(r => r.Service.Date).ThenByDescending(r => r.Id).Take(Latest).ToListAsync();
        return true;
    }

    private string TextOf(IFormFile workbook)
    {
        try
        {
            using var content = workbook.OpenReadStream();
            return PastedTable.TextOf(content);
        }
        catch (InvalidDataException)
        {
            return Form.Fault(nameof(Workbook), "Pasted.NoWorkbook", Rows ?? string.Empty);
        }
    }

    private void Refuse() => RefusedException.ThrowIf(!Answer.May, "NotInThisStage", Domain.Contracts.Contract.Process.Name, "ReportService", Contract.Stage.ToString());
}
