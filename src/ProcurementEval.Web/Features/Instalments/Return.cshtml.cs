using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Instalments;

/// <summary>退回: the purchaser or finance sends a claim back to the agency with a reason; the payment clock stops.</summary>
[Requires(Permission.ReturnInstalment)]
public sealed class ReturnModel : InstalmentPage
{
    [BindProperty]
    public string? Why { get; set; }

    public Answer Answer => Asks(InstalmentTrigger.Return);

    public Task<IActionResult> OnPostAsync()
    {
        var why = Form.Text(nameof(Why), Why);
        return DoAsync("Money.Returned", Back, (at, by) => Instalment.Return(why, at, by));
    }
}
