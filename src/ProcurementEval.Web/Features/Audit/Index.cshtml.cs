using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>审计记录: who changed what and when, newest first.</summary>
[Requires(Permission.ReadAudit)]
public sealed class IndexModel(AuditSight sight) : SitePage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    /// <summary>Where the older records begin; null on the last page.</summary>
    public string? Older { get; private set; }

    /// <summary>The tables, as records name them.</summary>
    public IReadOnlyList<string> Entities { get; private set; } = [];

    /// <summary>What a chain is of: a contract's number, a project's title, an account.</summary>
    public IReadOnlyDictionary<string, string> ChainNames { get; private set; } = new Dictionary<string, string>();

    protected override async Task<bool> LoadAsync()
    {
        if (Filter.Unreadable is { } date)
        {
            Form.Fault("from", "Form.NotADate", string.Empty, date);
        }

        var records = Filter.Unreadable is not null ? [] : await new AuditList(Db, sight, Filter).PageAsync();
        Older = records.Count > AuditList.PageSize ? Filter.Url("/audit", records[AuditList.PageSize - 1].Hash) : null;
        Rows = [.. records.Take(AuditList.PageSize).Select(new AuditRows(Db).Read)];
        Entities = [.. Db.Model.GetEntityTypes().Where(t => t.ClrType != typeof(AuditRecord)).Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
        ChainNames = await new ChainNames(Db).OfAsync([.. Rows.Select(r => r.Chain).Distinct()]);
        return true;
    }
}
