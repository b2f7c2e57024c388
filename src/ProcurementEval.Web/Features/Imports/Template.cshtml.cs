using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>The workbook to be filled in, in the reader's language; it is read back in every language.</summary>
[Requires(Permission.ImportContracts)]
public sealed class TemplateModel : SitePage
{
    public IActionResult OnGet()
    {
        var notes = new FormNotes(SiteText.Of("Imports.Notes"), SiteText.Of("Imports.Introduction").Split('\n'), SiteText.Of("Imports.NotesSheet"), SiteText.Of("Imports.NotesColumn"), SiteText.Of("Imports.NotesNeed"), SiteText.Of("Imports.NotesWhat"), SiteText.Of("Imports.Required"), SiteText.Of("Imports.Optional"));
        return File(FormWriter.Write(SiteText.Of("Imports.Title"), [ImportSheet.Contracts.ToForm(), ImportSheet.Instalments.ToForm(), ImportSheet.Evaluations.ToForm()], notes), ExcelWriter.MediaType, "contracts-import.xlsx");
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(true);
}
