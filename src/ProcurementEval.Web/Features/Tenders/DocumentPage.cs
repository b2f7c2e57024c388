using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>A page that adds files to the documents of a tender.</summary>
public abstract class DocumentPage(Uploads uploads) : TenderPage
{
    private const int Most = 20;
    private const long LargestFile = 50L * 1024 * 1024;

    [BindProperty]
    public IList<IFormFile> Files { get; set; } = [];

    protected void RequireFiles(int least)
    {
        if (Files.Count < least || Files.Count > Most)
        {
            Form.Fault(nameof(Files), "Tender.DocumentMissing", 0, Most);
        }
    }

    /// <summary>Adds what was sent, the first under the id given; a file that is refused gets its sentence at the field.</summary>
    protected async Task KeepAsync(Guid first, DateTimeOffset at)
    {
        foreach (var (i, file) in Files.Index())
        {
            try
            {
                await using var content = file.OpenReadStream();
                Db.Add(new TenderDocument(i == 0 ? first : Guid.CreateVersion7(), Id, await uploads.TakeAsync(file.FileName, content, LargestFile, HttpContext.RequestAborted), at));
            }
            catch (UploadRefusedException e)
            {
                ModelState.AddModelError(nameof(Files), e.Message);
            }
        }
    }
}
