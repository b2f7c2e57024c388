using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>导入在履合同: the template to be filled in, and the upload; what is wrong in the file is told at once, and nothing is stored.</summary>
[Requires(Permission.ImportContracts)]
public sealed class IndexModel(Catalogue catalogue, Uploads uploads) : SitePage
{
    private const long MostBytes = 5 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is not { } file || !string.Equals(Path.GetExtension(file.FileName), ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError(nameof(Upload), SiteText.Of("Imports.NotAWorkbook"));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        try
        {
            return await TakeAsync(file);
        }
        catch (UploadRefusedException e)
        {
            ModelState.AddModelError(nameof(Upload), e.Message);
        }
        catch (InvalidDataException)
        {
            ModelState.AddModelError(nameof(Upload), SiteText.Of("Imports.NotAWorkbook"));
        }

        return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(Reader.PartyId is not null);

    // A workbook is kept only when it is sound; until it is imported, nothing refers to it.
    private async Task<IActionResult> TakeAsync(IFormFile file)
    {
        if (file.Length > MostBytes)
        {
            throw new UploadRefusedException("UploadTooLong", MostBytes / 1024 / 1024);
        }

        await using var content = file.OpenReadStream();
        FileKinds.Check(file.FileName, content);
        var reader = new ImportReader(ImportReader.Open(content));
        var result = reader.Check(await ImportLookup.OfAsync(Db, catalogue, Reader, reader.Contracts), Today);
        if (!result.IsSound)
        {
            Faults = result.Faults;
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        content.Position = 0;
        var stored = await uploads.TakeAsync(file.FileName, content, MostBytes, HttpContext.RequestAborted);
        return Redirect($"/imports/{new CheckedFiles(Service<IDataProtectionProvider>(), Reader).NameOf(stored.Sha256)}");
    }
}
