using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>The content of a piece of evidence, always to be saved and never shown by the browser; the reading is in the audit chain before the first byte is sent.</summary>
[Requires(Permission.ReadEvidence)]
public sealed class ReadModel(FileStore store) : SitePage
{
    private const int Attempts = 5;
    private Evidence evidence = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var content = store.Open(evidence.Sha256!);
        await RecordAsync();
        return File(content, evidence.MediaType!, evidence.Name);
    }

    // What was inspected on site has no content here.
    protected override async Task<bool> LoadAsync()
    {
        evidence = (await Scope.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id && e.InspectedBy == null))!;
        return evidence is not null;
    }

    // Two who read at once want the same next place in the contract's chain; one of them asks again.
    private async Task RecordAsync()
    {
        Db.Acting = new Act(Actor, Now);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Db.Add(new EvidenceReading(Guid.CreateVersion7(), evidence, Reader.Account, Now));
                await Db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException e) when (attempt < Attempts && Databases.Duplicate(e))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }
}
