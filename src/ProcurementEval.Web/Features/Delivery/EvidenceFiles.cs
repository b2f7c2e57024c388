using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>Keeps uploaded files in the store and makes evidence of them, the first under the form's own id where it has one; what the store refuses adds a sentence to the field.</summary>
internal sealed class EvidenceFiles(FileStore store)
{
    private const int Most = 20;
    private const long LargestFile = 100L * 1024 * 1024;
    private readonly Uploads uploads = new(store);

    public async Task<IReadOnlyList<Evidence>> KeepAsync(Form form, string field, IReadOnlyList<IFormFile> files, EvidenceSubject subject, string? note, DateTimeOffset at, Actor by, CancellationToken cancellation, Guid? first = null)
    {
        if (files.Count > Most)
        {
            form.Fault(field, "Delivery.TooManyFiles", 0, Most);
            return [];
        }

        var kept = new List<Evidence>();
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                var stored = await uploads.TakeAsync(file.FileName, content, LargestFile, cancellation);
                kept.Add(Evidence.Upload(kept.Count == 0 && first is { } id ? id : Guid.CreateVersion7(), subject, stored, note, at, by));
            }
            catch (UploadRefusedException e)
            {
                form.Refuse(field, e.Message);
            }
        }

        return kept;
    }
}
