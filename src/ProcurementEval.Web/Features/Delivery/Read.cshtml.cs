using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>The content of a piece of evidence, always to be saved and never shown by the browser; the reading is in the audit chain before the first byte is sent.</summary>
[Requires(Permission.ReadEvidence)]
public sealed class ReadModel(FileStore store) : SitePage
{
    private Evidence evidence = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var content = store.Open(evidence.Sha256!);
        await RecordAsync(new EvidenceReading(Guid.CreateVersion7(), evidence, Reader.Account, Now));
        return File(content, evidence.MediaType!, evidence.Name);
    }

    // What was inspected on site has no content here.
    protected override async Task<bool> LoadAsync()
    {
        evidence = (await Scope.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id && e.InspectedBy == null))!;
        return evidence is not null;
    }
}
