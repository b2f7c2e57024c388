using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The report of one kind of evaluation, as PDF or workbook; there is none before all of its subjects are published.</summary>
[Requires(Permission.ReadReports)]
public sealed class EvaluationModel : ContractReportPage
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string Format { get; set; } = string.Empty;

    public IActionResult OnGet() => Reports.Evaluation(Kind) is not { } input ? NotFound()
        : EvaluationReport.Of(input, Language) is var document && string.Equals(Format, "pdf", StringComparison.OrdinalIgnoreCase) ? Print(document, Kind)
        : Excel(document, Kind);
}
