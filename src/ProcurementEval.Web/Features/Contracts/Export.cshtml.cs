using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Model;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>The filtered list as a workbook (合同台账): every row of the filter, none of another's.</summary>
[Requires(Permission.ReadContracts)]
public sealed class ExportModel : SitePage
{
    private IReadOnlyList<ContractRow> rows = [];

    [BindProperty(SupportsGet = true, Name = "")]
    public ContractFilter Filter { get; set; } = new();

    public IActionResult OnGet()
    {
        var output = new MemoryStream();
        LedgerWriter.Write(SiteText.Of("List.Title"), Columns(), rows.Select(Cells), output);
        return File(output.ToArray(), ExcelWriter.MediaType, $"contracts-{Today:yyyy-MM-dd}.xlsx");
    }

    protected override async Task<bool> LoadAsync()
    {
        rows = await new ContractList(Db, Scope, Filter, Reader.ListsMoney(), Today).AllAsync();
        return true;
    }

    private Column[] Columns() =>
    [
        new("number", SiteText.Of("List.Number"), 16),
        new("title", SiteText.Of("List.ProjectTitle"), 30),
        new("agency", SiteText.Of("List.Agency"), 24),
        new("region", SiteText.Of("List.Region"), 12),
        new("method", SiteText.Of("List.Method"), 12),
        new("stage", SiteText.Of("List.Stage"), 12),
        new("start", SiteText.Of("List.Start"), 11),
        new("end", SiteText.Of("List.End"), 11),
        new("late", SiteText.Of("List.Late"), 8),
        .. Reader.ListsMoney() ? new Column[] { new("sum", SiteText.Of("List.Sum"), 15, Align.Right), new("paid", SiteText.Of("List.Paid"), 15, Align.Right), new("unpaid", SiteText.Of("List.Unpaid"), 15, Align.Right) } : [],
    ];

    private Cell[] Cells(ContractRow row) =>
    [
        new TextCell(row.Number),
        new TextCell(row.Title),
        new TextCell(row.Agency),
        new TextCell(row.Region),
        new TextCell(SiteText.Name(row.Method)),
        new TextCell(SiteText.Name(row.Stage, Reader)),
        new DateCell(row.Start),
        new DateCell(row.End),
        new TextCell(row.Late ? SiteText.Of("List.IsLate") : string.Empty),
        .. Reader.ListsMoney() ? new Cell[] { new FigureCell(row.Sum.Yuan, FigureFormat.Money), new FigureCell(row.Paid.Yuan, FigureFormat.Money), new FigureCell(row.Unpaid.Yuan, FigureFormat.Money) } : [],
    ];
}
