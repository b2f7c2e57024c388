using Microsoft.AspNetCore.Mvc.RazorPages;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Features.Walks;

/// <summary>The start page: the cases that were walked, with their reports.</summary>
public sealed class IndexModel(WalkedCases walked) : PageModel
{
    public string Folder => walked.Folder;

    public IReadOnlyList<WalkedCase> Cases { get; private set; } = [];

    public int Unreadable { get; private set; }

    public void OnGet() => (Cases, Unreadable) = (walked.All(), walked.Unreadable());
}
