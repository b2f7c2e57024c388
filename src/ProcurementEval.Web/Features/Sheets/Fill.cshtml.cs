using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Sheets;

/// <summary>评分表: one's own judgements, as a tree or one at a time; each is saved while it is typed, and the whole form works without a script.</summary>
[Requires(Permission.Score)]
public sealed class FillModel : SheetPage
{
    private static readonly string[] Words = ["empty", "waiting", "saving", "saved", "refused", "conflict", "forbidden", "gone", "countSaved", "countWaiting", "countRefused", "countConflict", "offline", "notKept", "separator", "position"];

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public bool OneAtATime => View == "one";

    /// <summary>What the script says, in the reader's language; the places for its numbers stay in it.</summary>
    public static string Texts => JsonSerializer.Serialize(Words.ToDictionary(w => w, w => SiteText.Of($"Sheet.{w}", "{0}", "{1}")));

    // A score is told apart by its own sequence: two tabs of one assessor do not meet at the sheet's version.
    public override object? Root => null;

    public string? Typed(string field) => Request.HasFormContentType && Request.Form.TryGetValue(field, out var typed) ? typed.ToString() : null;

    // The browser's worker keeps the page for its reader, and only for him.
    public void OnGet() => Response.Headers["Sheet-User"] = Uri.EscapeDataString(Reader.Account);

    public Task<IActionResult> OnPostAsync() => DoAsync("Sheet.SavedDone", $"/sheets/{Id}?view={(OneAtATime ? "one" : "tree")}", (at, _) =>
    {
        RefusedException.ThrowIf(!IsOpen, "SheetClosed");
        foreach (var item in Items)
        {
            Enter(item, at);
        }
    });

    private void Enter(RuleInput item, DateTimeOffset at)
    {
        var (points, comment) = (Request.Form[$"points.{item.Key}"].ToString(), Request.Form[$"comment.{item.Key}"].ToString().Trim());
        var newest = Newest(item.Key);
        if (string.IsNullOrWhiteSpace(points) && newest is null)
        {
            if (comment.Length > 0)
            {
                Form.Fault($"points.{item.Key}", "Form.Missing", 0);
            }

            return;
        }

        var judgement = new Judgement(Form.Number($"points.{item.Key}", points), Form.Optional($"comment.{item.Key}", comment));
        if (!ModelState.IsValid($"points.{item.Key}") || !ModelState.IsValid($"comment.{item.Key}") || Repeats(newest, judgement))
        {
            return;
        }

        if (Refusal(item, judgement) is { } refusal)
        {
            ModelState.AddModelError($"points.{item.Key}", refusal);
            return;
        }

        var typedOn = int.TryParse(Request.Form[$"sequence.{item.Key}"], System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? sequence : -1;
        Sheet.Enter(item.Key, judgement, typedOn, at);
    }
}
