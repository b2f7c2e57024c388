using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Model;
using ProcurementEval.Documents.Pdf;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>A report of a contract as a file, for those who see the whole contract; an assessor has no part in it, and gets none.</summary>
public abstract class ContractReportPage : SitePage
{
    // Fonts are found once; the writer itself keeps nothing between two documents.
    private static readonly Lazy<PdfWriter> Pdf = new(() => new PdfWriter(new FontSet()));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected ContractReports Reports { get; private set; } = null!;

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Contracts.Where(c => c.Id == Id).Select(c => (Guid?)c.ProjectId).SingleOrDefaultAsync() is not { } projectId)
        {
            return false;
        }

        var project = await Db.Projects.SingleAsync(p => p.Id == projectId);
        if (Reader.Role == Role.Evaluator && !Scope.Leads(project))
        {
            return false;
        }

        var contract = await Scope.Contracts.Whole().SingleAsync(c => c.Id == Id);
        Guid[] parties = [project.PurchaserId, project.FinanceId, project.EvaluationBodyId, contract.AgencyId];
        List<Transition> history = await Db.HistoryOfContract(Id).ToListAsync();
        Reports = new ContractReports(project, contract, await Db.Parties.Where(p => parties.Contains(p.Id)).ToDictionaryAsync(p => p.Id), history)
        {
            Findings = await Scope.Findings.Where(f => f.ContractId == Id).OrderBy(f => f.DueOn).ThenBy(f => f.Id).ToListAsync(),
            Objections = await Scope.Objections.Where(o => o.ContractId == Id).OrderBy(o => o.FiledAt).ThenBy(o => o.Id).ToListAsync(),
        };
        return history.Count > 0;
    }

    protected FileContentResult Excel(Document document, string name) => File(ExcelWriter.Write(document), ExcelWriter.MediaType, $"{Reports.Contract.Number}-{name}.xlsx");

    protected FileContentResult Print(Document document, string name) => File(Pdf.Value.Write(document), "application/pdf", $"{Reports.Contract.Number}-{name}.pdf");

    protected static CultureInfo Language => CultureInfo.CurrentUICulture;
}
