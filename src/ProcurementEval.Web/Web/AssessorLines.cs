using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Web;

/// <summary>The lines of a form that names who rates, as which class of raters, and who is an outside expert; empty lines name nobody.</summary>
public sealed class AssessorLines
{
    private const int Most = 30;
    private const int Further = 4;

    /// <summary>How many lines were asked for.</summary>
    [FromQuery(Name = "lines")]
    public string? Asked { get; set; }

    public IList<string?> Accounts { get; set; } = [];

    public IList<string?> Raters { get; set; } = [];

    /// <summary>Numbers of the lines of outside experts.</summary>
    public IList<string?> Experts { get; set; } = [];

    /// <summary>As many as are usual, more when asked for or posted.</summary>
    public int Count(int usual) => Math.Max(Accounts.Count, int.TryParse(Asked, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and <= Most ? asked : Math.Max(1, usual));

    /// <summary>The number of lines to ask for when these are too few; null where there are enough for anybody.</summary>
    public int? More(int usual) => Count(usual) + Further is var more and <= Most ? more : null;

    /// <summary>The class that a line begins with: the usual lines are shared out among the classes in their order.</summary>
    public string? Rater(int line, int usual, IReadOnlyList<Rater> raters)
    {
        ArgumentNullException.ThrowIfNull(raters);
        return Raters.ElementAtOrDefault(line) ?? (raters.Count == 0 ? null : raters[Math.Min(line * raters.Count / Math.Max(1, usual), raters.Count - 1)].Code);
    }

    public bool IsExpert(int line) => Accounts.Count == 0 || Experts.Contains(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Who was named; it is a fault when nobody was, somebody twice, or with a class that there is not.</summary>
    public IReadOnlyList<NamedAssessor> Named(Form form, string fault, IReadOnlyList<User> people, IReadOnlyList<Rater> raters)
    {
        NamedAssessor[] named = [.. Accounts.Select((account, line) => new NamedAssessor(account ?? string.Empty, Raters.ElementAtOrDefault(line) ?? string.Empty, IsExpert(line))).Where(n => n.Account.Length > 0)];
        return named.Length > 0 && named.All(n => people.Any(p => p.UserName == n.Account) && raters.Any(r => r.Code == n.Rater)) && named.DistinctBy(n => n.Account).Count() == named.Length
            ? named
            : form.Fault<IReadOnlyList<NamedAssessor>>(nameof(Accounts), fault, []);
    }
}

/// <summary>Accounts that may be named.</summary>
internal static class Candidates
{
    public static IQueryable<User> Evaluators(this AppDbContext db) => db.Users.AsNoTracking().Where(u => u.Role == Role.Evaluator && !u.Disabled).OrderBy(u => u.UserName);
}

/// <summary>One who is to rate, as the form names him.</summary>
public sealed record NamedAssessor(string Account, string Rater, bool IsExpert);

/// <summary>What the lines are shown with: who and which classes can be chosen, how many lines are usual, the beginning of their ids, and what else stays in the address.</summary>
public sealed record AssessorChoice(AssessorLines Lines, int Usual, IReadOnlyList<User> People, IReadOnlyList<Rater> Raters, string Id, string? Kept = null);
