using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Objections;

/// <summary>A page about one objection, loaded with its evaluation.</summary>
public abstract class ObjectionPage : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Objection Objection { get; private set; } = null!;

    public Answer Answer => Objection.Process.CanFire(Objection, ObjectionTrigger.Dismiss, Now);

    public override object? Root => Objection;

    protected string Back => $"/evaluations/{Objection.Evaluation.Id}";

    protected override async Task<bool> LoadAsync()
    {
        Objection = (await Scope.Objections.Whole().SingleOrDefaultAsync(o => o.Id == Id))!;
        return Objection is not null;
    }
}
