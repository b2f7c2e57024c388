using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>The list of contracts: search, filters, order and page all stand in the address, so that it can be sent to a colleague, who sees his own rows of it.</summary>
[Requires(Permission.ReadContracts)]
public sealed class IndexModel : SitePage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ContractFilter Filter { get; set; } = new();

    public ContractTotals Totals { get; private set; } = null!;

    public IReadOnlyList<ContractRow> Rows { get; private set; } = [];

    public IReadOnlyList<string> Regions { get; private set; } = [];

    public bool ShowsMoney => Reader.ListsMoney();

    public int Pages => Math.Max(1, (Totals.Count + ContractFilter.PageSize - 1) / ContractFilter.PageSize);

    public string SortState(string column) => Filter.Sort != column ? "none" : Filter.Descending ? "descending" : "ascending";

    protected override async Task<bool> LoadAsync()
    {
        var list = new ContractList(Db, Scope, Filter, ShowsMoney, Today);
        Totals = await list.TotalsAsync();
        Rows = await list.PageAsync();
        Regions = await list.RegionsAsync();
        return true;
    }
}
