using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Sheets;

/// <summary>Saves one judgement for the sheet's script; answers in JSON. A repeat of what was saved is harmless; a newer score of another tab is shown, never overwritten.</summary>
[Requires(Permission.Score)]
public sealed class SaveModel(SheetTurns turns) : SheetPage
{
    private const int Attempts = 5;

    public override object? Root => null;

    public IActionResult OnGet() => Redirect($"/sheets/{Id}");

    public async Task<IActionResult> OnPostAsync([FromBody] SaveRequest? request)
    {
        if (request is null || request.User != Reader.Account)
        {
            return request is null ? Problem(StatusCodes.Status400BadRequest, SiteText.Of("Form.UnreadableField")) : new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveAsync(request);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), HttpContext.RequestAborted);
            }

            Db.ChangeTracker.Clear();
            if (!await LoadAsync())
            {
                return NotFound();
            }
        }
    }

    // One save of a sheet at a time in this process; another instance's is met at the sheet's version and tried again.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        using var turn = await turns.TakeAsync(Id, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    private async Task<IActionResult> SaveAsync(SaveRequest request)
    {
        if (!IsOpen)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, Sentences.Of("SheetClosed", []));
        }

        if (Items.FirstOrDefault(i => i.Key == request.Item) is not { } item)
        {
            return Problem(StatusCodes.Status400BadRequest, SiteText.Of("Form.UnreadableField"));
        }

        if (string.IsNullOrWhiteSpace(request.Points))
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, SiteText.Of(Newest(item.Key) is null ? "Sheet.PointsFirst" : "Sheet.PointsStay"));
        }

        var judgement = new Judgement(Form.Number("points", request.Points), Form.Optional("comment", request.Comment));
        if (!ModelState.IsValid)
        {
            return Problem(StatusCodes.Status400BadRequest, ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage);
        }

        if (Refusal(item, judgement) is { } refusal)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, refusal);
        }

        var newest = Newest(item.Key);
        if (Repeats(newest, judgement))
        {
            return Saved(item.Key, newest!);
        }

        if (request.TypedOn != (newest?.Sequence ?? 0))
        {
            return new JsonResult(new { sequence = newest?.Sequence ?? 0, points = newest is null ? null : Text(newest.Points), comment = newest?.Comment, by = Reader.Name, at = newest is null ? null : Show.Instant(newest.At) }) { StatusCode = StatusCodes.Status409Conflict };
        }

        Db.Acting = new Act(Actor, Now);
        Sheet.Enter(item.Key, judgement, request.TypedOn, Now);
        await Db.SaveChangesAsync();
        return Saved(item.Key, Newest(item.Key)!);
    }

    private JsonResult Saved(string item, SheetScore score) => new(new
    {
        item,
        sequence = score.Sequence,
        savedAt = Show.Time(score.At),
        points = Text(score.Points),
        total = Text(Total),
        missing = Missing,
        version = (int)Db.Entry(Sheet).Property("Version").CurrentValue!,
    });

    private static string Text(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static ObjectResult Problem(int status, string detail) => new(new ProblemDetails { Status = status, Detail = detail }) { StatusCode = status, ContentTypes = { "application/problem+json" } };
}
