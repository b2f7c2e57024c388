using System.Text;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Model;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>The filtered audit as a file: CSV of any length, streamed; a workbook up to what spreadsheets can still be used with.</summary>
[Requires(Permission.ReadAudit)]
public sealed class ExportModel(AuditSight sight) : SitePage
{
    /// <summary>The rows of a workbook.</summary>
    public const int MostRows = 50_000;
    private AuditRows? rows;

    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    private AuditList List => new(Db, sight, Filter);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Filter.Unreadable is { } date)
        {
            ModelState.AddModelError(string.Empty, SiteText.Of("Form.NotADate", date));
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        if (Format == "csv")
        {
            await WriteCsvAsync();
            return new EmptyResult();
        }

        if (await List.CountAsync(MostRows + 1) > MostRows)
        {
            ModelState.AddModelError(string.Empty, SiteText.Of("Audit.TooMany", MostRows));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var cells = new List<Cell[]>();
        await foreach (var record in await List.AllAsync())
        {
            cells.Add([.. Cells(record).Select(c => new TextCell(c))]);
        }

        var output = new MemoryStream();
        LedgerWriter.Write(SiteText.Of("Audit.Title"), [.. Heads().Select((h, i) => new Column($"c{i}", h, i == 4 ? 60 : 20))], cells, output);
        return File(output.ToArray(), ExcelWriter.MediaType, $"audit-{Today:yyyy-MM-dd}.xlsx");
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(Format is "csv" or "xlsx");

    private async Task WriteCsvAsync()
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=audit-{Today:yyyy-MM-dd}.csv";

        // Spreadsheets read UTF-8 only with its mark.
        await using var output = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await output.WriteAsync(Line(Heads()));
        await foreach (var record in await List.AllAsync())
        {
            await output.WriteAsync(Line(Cells(record)));
        }
    }

    private static string[] Heads() => [SiteText.Of("Audit.Time"), SiteText.Of("Audit.Who"), SiteText.Of("Audit.Entity"), SiteText.Of("Audit.Change"), SiteText.Of("Audit.Changed"), SiteText.Of("Audit.Chain"), SiteText.Of("Audit.Hash")];

    private string[] Cells(AuditRecord record)
    {
        rows ??= new AuditRows(Db);
        var row = rows.Read(record);
        return [Show.Instant(row.At), row.Author, SiteText.NameOr("Entity", row.Entity), SiteText.NameOr("Change", row.Change), string.Join("; ", row.Values.Select(v => $"{v.Column}={v.Value}")), row.Chain, row.Hash];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    // RFC 4180; what a spreadsheet would run as a formula is marked as text.
    private static string Quoted(string cell) => $"\"{(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" : string.Empty)}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
