using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>招标文件: uploaded and removed while the tender is a draft; afterwards they are the same for every bidder.</summary>
[Requires(Permission.PublishTender)]
public sealed class DocumentsModel(Uploads uploads) : DocumentPage(uploads)
{
    [BindProperty]
    public Guid? Removes { get; set; }

    public IReadOnlyList<TenderDocument> Documents { get; private set; } = [];

    public bool CanChange => Tender.Stage == TenderStage.Draft;

    // A document is added, nothing that another form saw is changed.
    public override object? Root => null;

    public override string Creates => $"documents:{Id}";

    public Task<IActionResult> OnPostAsync()
    {
        RequireFiles(least: 1);
        return CreateAsync<TenderDocument>("Tender.DocumentsKept", _ => $"{Here}/documents", async (first, at, _) =>
        {
            RequireDraft("AddDocument");
            await KeepAsync(first, at);
        });
    }

    public Task<IActionResult> OnPostRemoveAsync() => DoAsync("Tender.DocumentRemoved", $"{Here}/documents", (_, _) =>
    {
        RequireDraft("RemoveDocument");
        Db.RemoveRange(Documents.Where(d => d.Id == Removes));
    });

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Documents = await Scope.TenderDocuments.Where(d => d.TenderId == Id).OrderBy(d => d.Name).ThenBy(d => d.Id).ToListAsync();
        return true;
    }

    private void RequireDraft(string verb) => RefusedException.ThrowIf(!CanChange, "NotInThisStage", Tender.Process.Name, verb, Tender.Stage.ToString());
}
