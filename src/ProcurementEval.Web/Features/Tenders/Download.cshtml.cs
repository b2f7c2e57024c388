using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>One file of the tender documents. Who takes it is not recorded anywhere: a log of downloads would betray who means to bid.</summary>
[Requires(Permission.ReadTenders)]
public sealed class DownloadModel(FileStore store) : SitePage
{
    private TenderDocument document = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public FileStreamResult OnGet() => File(store.Open(document.Sha256), document.MediaType, document.Name);

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.TenderDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id) is not { } found)
        {
            return false;
        }

        document = found;
        return true;
    }
}
