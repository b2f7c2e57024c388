using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Jobs;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Web;

/// <summary>
/// A page of one who has signed in. It loads before any handler runs, so that a refused form shows the page again with its data and what was typed:
/// 400 a field is wrong, 404 out of scope, 409 somebody was faster, 422 a rule or the stage forbids it.
/// </summary>
public abstract class SitePage : PageModel
{
    private const string OwnAccount = "/account/own";
    private const int Attempts = 5;
    private bool answeringAgain;

    /// <summary>The version of the root that the form was rendered on.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The signed id of what the form creates.</summary>
    [BindProperty]
    public string? Mark { get; set; }

    public Reader Reader => Service<Reader>();

    /// <summary>The present instant, one for the whole request.</summary>
    public DateTimeOffset Now { get; private set; }

    public DateOnly Today => Domain.Calendars.ChinaTime.DateOf(Now);

    /// <summary>The root that the form changes; its version is posted back. Null for a page that creates or only shows.</summary>
    public virtual object? Root => null;

    /// <summary>What the form creates, for its mark; null for a page that changes or only shows.</summary>
    public virtual string? Creates => null;

    public int? RootVersion => Root is { } root ? Version(root) : null;

    /// <summary>A mark for the form: the one that was posted, so that a corrected form still creates the same thing once.</summary>
    public string? NextMark => Creates is { } purpose ? Service<FormMarks>().Read(Mark, Reader, purpose) is null ? Service<FormMarks>().Mint(Reader, purpose) : Mark : null;

    protected AppDbContext Db => Service<AppDbContext>();

    protected Scope Scope => Service<Scope>();

    protected Form Form => new(ModelState);

    /// <summary>Whose act a save is; a page overrides it where nobody may learn who acted.</summary>
    protected virtual Actor Actor => Actor.Person(Reader.Account);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        Now = Service<TimeProvider>().Instant();
        if (User.HasClaim(ReaderClaims.MustChangePassword, "1") && !Request.Path.StartsWithSegments(OwnAccount, StringComparison.OrdinalIgnoreCase))
        {
            context.Result = Redirect(OwnAccount);
        }
        else if (await LoadAsync())
        {
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Loads what the page shows, through <see cref="Scope"/>; false when it does not exist for this reader.</summary>
    protected abstract Task<bool> LoadAsync();

    protected T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    /// <summary>Does a verb on the root and saves it as this reader's act; then leads on with a receipt, or shows the page again and says why not.</summary>
    protected Task<IActionResult> DoAsync(string done, string next, Action<DateTimeOffset, Actor> verb) => DoAsync(done, next, (at, by) =>
    {
        verb(at, by);
        return Task.CompletedTask;
    });

    protected async Task<IActionResult> DoAsync(string done, string next, Func<DateTimeOffset, Actor, Task> verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        if (Root is { } root && !string.Equals(Seen, Version(root).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            return await StaleAsync();
        }

        return await SavedAsync(verb) ?? Done(done, next);
    }

    /// <summary>Creates a thing under the id of the form's mark; the same form posted twice leads to what the first made.</summary>
    protected async Task<IActionResult> CreateAsync<T>(string done, Func<Guid, string> next, Func<Guid, DateTimeOffset, Actor, Task> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Service<FormMarks>().Read(Mark, Reader, Creates!) is not { } id)
        {
            return NotFound();
        }

        if (await Db.FindAsync<T>(id) is not null)
        {
            Flash.Put(TempData, SiteText.Of("Form.SentBefore"), receipt: null);
            return Redirect(next(id));
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        var refused = await SavedAsync((at, by) => make(id, at, by));
        return refused is null ? Done(done, next(id)) : await Db.FindAsync<T>(id) is not null ? Redirect(next(id)) : refused;
    }

    /// <summary>Stores that the reader has read something: two who read at once want the same next place in its chain, and one of them asks again.</summary>
    protected async Task RecordAsync(object reading)
    {
        Db.Acting = new Act(Actor, Now);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Db.Add(reading);
                await Db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException e) when (attempt < Attempts && Databases.Duplicate(e))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Shows the page again with what was typed.</summary>
    protected async Task<IActionResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        if (!answeringAgain)
        {
            answeringAgain = true;
            Db.ChangeTracker.Clear();
            if (!await LoadAsync())
            {
                return NotFound();
            }
        }

        return Page();
    }

    // Null when it was saved.
    private async Task<IActionResult?> SavedAsync(Func<DateTimeOffset, Actor, Task> verb)
    {
        Db.Acting = new Act(Actor, Now);
        try
        {
            await verb(Now, Actor);
            if (!ModelState.IsValid)
            {
                return await AgainAsync(StatusCodes.Status400BadRequest);
            }

            await Db.SaveChangesAsync();
            await StepAsync();
            return null;
        }
        catch (RefusedException e)
        {
            e.Unmet.ToList().ForEach(u => ModelState.AddModelError(string.Empty, Sentences.Of(u.Code, u.Arguments)));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception e) when (e is SealException or UploadRefusedException)
        {
            ModelState.AddModelError(string.Empty, e.Message);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await StaleAsync();
        }
        catch (DbUpdateException e) when (Databases.Duplicate(e))
        {
            ModelState.AddModelError(DuplicateField, SiteText.Of("Form.Duplicate"));
            return await AgainAsync(StatusCodes.Status409Conflict);
        }
    }

    // What follows of itself from a change is done before the next page is read.
    private async Task StepAsync()
    {
        var changed = Db.ChangeTracker.Entries().Select(e => e.Entity switch
        {
            Contract c => c.Id,
            Evaluation e2 => e2.ContractId,
            Objection o => o.ContractId,
            _ => Guid.Empty,
        }).Where(id => id != Guid.Empty).Distinct().ToArray();
        foreach (var id in changed)
        {
            await Service<Clock>().TryAsync(id, HttpContext.RequestAborted);
        }
    }

    /// <summary>The field that a unique index guards.</summary>
    protected virtual string DuplicateField => string.Empty;

    private async Task<IActionResult> StaleAsync()
    {
        Db.ChangeTracker.Clear();
        answeringAgain = true;
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var change = Root is { } root ? await Db.LastChangeAsync(root) : null;
        ModelState.AddModelError(string.Empty, change is null ? SiteText.Of("Form.Stale") : SiteText.Of(change.By == Actor.ToString() ? "Form.StaleByYou" : "Form.StaleBy", await Db.NameOfAsync(change.By), Show.Instant(change.At)));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private RedirectResult Done(string done, string next)
    {
        Flash.Put(TempData, SiteText.Of(done), Db.Receipt);
        return Redirect(next);
    }

    private int Version(object root) => (int)Db.Entry(root).Property(Mapping.Version).CurrentValue!;
}
