using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>One chain: how far it has come and, when asked, whether it and the rows that it records are sound. With sealed bids in it only the last is told.</summary>
[Requires(Permission.ReadAudit)]
public sealed class ChainModel(AuditSight sight) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>"1": the chain is to be verified now.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Verify { get; set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>Sealed bids lie in it: what they could be counted by is not shown.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>Null where it is withheld.</summary>
    public ChainHead? Head { get; private set; }

    /// <summary>Null when it was not asked for.</summary>
    public AuditFindings? Findings { get; private set; }

    protected override async Task<bool> LoadAsync()
    {
        if (await Db.AuditRecords.Where(r => r.ChainId == Of).OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync() is not { } last)
        {
            return false;
        }

        IsWithheld = (await sight.WithheldAsync()).Contains(Of!);
        Head = IsWithheld ? null : new ChainHead(last.Sequence, last.Hash);
        Name = (await new ChainNames(Db).OfAsync([Of!]))[Of!];
        Findings = Verify == "1" ? await new AuditVerifier(Db).VerifyChainAsync(Of!, Now) : null;
        return true;
    }
}
