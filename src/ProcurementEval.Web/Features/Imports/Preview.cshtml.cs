using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>What a sound workbook will bring, with its totals; the second step brings it in, once. Everything is checked anew, for others may have been faster.</summary>
[Requires(Permission.ImportContracts)]
public sealed class PreviewModel(Catalogue catalogue, FileStore store) : SitePage
{
    private ImportLookup known = null!;
    private string sha256 = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = string.Empty;

    public override string? Creates => $"import:{sha256}";

    internal ImportChecked Result { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync() => CreateAsync<Contract>("Imports.Done", _ => "/contracts", (id, at, by) =>
    {
        RefusedException.ThrowIf(!Result.IsSound, "ImportNotSound", Result.Faults.Count);
        new Importing(Db, catalogue, known, Reader.PartyId!.Value).Make(Result.Lines, id, at, by);
        return Task.CompletedTask;
    });

    protected override async Task<bool> LoadAsync()
    {
        if (Reader.PartyId is null || new CheckedFiles(Service<IDataProtectionProvider>(), Reader).Read(Name) is not { } address)
        {
            return false;
        }

        sha256 = address;
        try
        {
            await using var content = store.Open(address);
            var reader = new ImportReader(ImportReader.Open(content));
            known = await ImportLookup.OfAsync(Db, catalogue, Reader, reader.Contracts);
            Result = reader.Check(known, Today);
            return true;
        }
        catch (UploadRefusedException)
        {
            // Collected since, because it was never imported.
            return false;
        }
    }
}
