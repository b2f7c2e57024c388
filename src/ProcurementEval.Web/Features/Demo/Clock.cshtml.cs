using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Web.Jobs;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Demo;

/// <summary>Moves the demonstration's time on, so that a whole life can be played in an hour; there is no such page in a real installation.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class ClockModel(SiteSettings settings, Clock clock) : SitePage
{
    private static readonly TimeOnly Morning = new(9, 0);

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var day = Form.Date(nameof(To), To);
        var hour = string.IsNullOrWhiteSpace(Hour) ? Morning : Typed.Hour(Hour) ?? Form.Fault(nameof(Hour), "Demo.NoHour", Morning);
        if (ModelState.IsValid && !Service<DemoClock>().AdvanceTo(ChinaTime.At(day, hour)))
        {
            Form.Fault(nameof(To), "Demo.Passed", 0);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        await clock.RunAsync(HttpContext.RequestAborted);
        Flash.Put(TempData, SiteText.Of("Demo.Moved"), receipt: null);
        return Redirect("/");
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(settings.Demo);
}
