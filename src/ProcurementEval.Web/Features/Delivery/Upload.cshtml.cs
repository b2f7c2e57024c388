using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>Uploads evidence about a record, claim, finding, evaluation …, or records what was inspected on site only, whose content stays with the agency.</summary>
[Requires(Permission.UploadEvidence)]
public sealed class UploadModel(FileStore store) : DeliveryPage
{
    /// <summary>What the evidence supports; without it, the contract's deliverables.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public EvidenceKind Kind { get; set; } = EvidenceKind.Deliverable;

    /// <summary>Code of the indicator.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public IList<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Sha256 { get; set; }

    public override string? Creates => $"evidence:{Id}:{Kind}:{Subject}";

    public string List => $"{Back}/evidence?about={Subject}&kind={Kind}";

    private Guid Subject => About ?? Id;

    public Task<IActionResult> OnPostFilesAsync()
    {
        var (note, item) = (Form.Optional(nameof(Note), Note), Form.Optional(nameof(Item), Item, Mapping.CodeLength));
        if (Files.Count == 0)
        {
            Form.Fault(nameof(Files), "Delivery.FileMissing", 0);
        }

        return CreateAsync<Evidence>("Delivery.Uploaded", _ => List, async (id, at, by) =>
            Db.AddRange(await new EvidenceFiles(store).KeepAsync(Form, nameof(Files), [.. Files], SubjectOf(item), note, at, by, HttpContext.RequestAborted, id)));
    }

    /// <summary>仅现场查验.</summary>
    public Task<IActionResult> OnPostSeenAsync()
    {
        var (note, item, name) = (Form.Optional(nameof(Note), Note), Form.Optional(nameof(Item), Item, Mapping.CodeLength), Form.Text(nameof(Name), Name, Mapping.FileNameLength));
        var hash = Form.Optional(nameof(Sha256), Sha256, Mapping.CodeLength);
        return CreateAsync<Evidence>("Delivery.SeenRecorded", _ => List, (id, at, by) =>
        {
            Db.Add(Evidence.Inspect(id, SubjectOf(item), name, hash, note, at, by));
            return Task.CompletedTask;
        });
    }

    protected override async Task<bool> LoadAsync() => ModelState.IsValid(nameof(Kind)) && Enum.IsDefined(Kind) && await base.LoadAsync() && await IsKnownAsync();

    private EvidenceSubject SubjectOf(string? item) => new(Id, Subject, Kind, item);

    // What the evidence is about must be this contract's, and the reader's to see.
    private async Task<bool> IsKnownAsync() => Kind switch
    {
        EvidenceKind.Deliverable => Subject == Id,
        EvidenceKind.ServiceRecord => await Scope.ServiceRecords.AnyAsync(r => r.Id == Subject && r.ContractId == Id),
        EvidenceKind.Invoice => Contract.Instalments.Any(i => i.Id == Subject),
        EvidenceKind.Acceptance => Contract.Acceptance?.Id == Subject,
        EvidenceKind.Evaluation => Contract.Evaluations.Any(e => e.Id == Subject),
        EvidenceKind.Finding => await Scope.Findings.AnyAsync(f => f.Id == Subject && f.ContractId == Id),
        _ => await Scope.Objections.AnyAsync(o => o.Id == Subject && o.ContractId == Id),
    };
}
