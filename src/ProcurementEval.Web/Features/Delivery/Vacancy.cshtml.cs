using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>空岗: the agency reports, or the purchaser records, that a post stood vacant.</summary>
[Requires(Permission.ReportVacancy)]
public sealed class VacancyModel : DeliveryPage
{
    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    public override object? Root => Contract;

    public Answer Answer => Contract.CanReportDelivery();

    /// <summary>What a vacant day costs; null where the plan deducts nothing for it.</summary>
    public Vacancy? Cost => Plan.Instalments.SelectMany(i => i.Adjustments).OfType<Vacancy>().FirstOrDefault();

    public Task<IActionResult> OnPostAsync()
    {
        var vacancy = new VacantPost(Form.Text(nameof(Post), Post, Mapping.CodeLength), Form.Date(nameof(From), From), Form.Date(nameof(To), To));
        if (vacancy.To > Today)
        {
            Form.Fault(nameof(To), "Delivery.VacancyAhead", string.Empty, Show.Date(Today));
        }

        return DoAsync("Delivery.VacancyReported", $"{Back}/vacancy", (_, _) => Contract.ReportVacancy(vacancy));
    }
}
