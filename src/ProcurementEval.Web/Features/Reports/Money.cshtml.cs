using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The money sheet of a contract (资金台账) as a workbook.</summary>
[Requires(Permission.ReadReports)]
public sealed class MoneyModel : ContractReportPage
{
    public IActionResult OnGet() => Excel(MoneySheet.Of(Reports.Money(), Language), "money");
}
