using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>Something that waits (待办): what is to be done, on which contract or tender, by which day, whose turn it is, and the page that does it.</summary>
public sealed record Waiting(string What, string About, DateOnly? Due, Role Turn, Guid? Party, string Href)
{
    /// <summary>Whole days after the due day; zero while it is in time.</summary>
    public int DaysLate(DateOnly today) => Due is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
}

/// <summary>Who asks what waits, and when.</summary>
internal sealed record Question(AppDbContext Db, Scope Scope, Catalogue Catalogue, Reader Reader, DateTimeOffset Now)
{
    /// <summary>The most that one question answers; a list longer than this is worked from the top.</summary>
    public const int Most = 100;

    public DateOnly Today => Domain.Calendars.ChinaTime.DateOf(Now);

    public Guid? Party => Reader.PartyId;

    public bool Is(Role role) => Reader.Role == role;

    /// <summary>An evaluation in words: of which contract, which of its evaluations, and of what where that is not the whole contract.</summary>
    public static string About(string number, string title, string kind, string subject, IEnumerable<ServiceSite> sites) =>
        $"{number} {title} · {SiteText.NameOr("EvaluationKind", kind)}{(subject == number ? string.Empty : $" · {sites.FirstOrDefault(s => s.Code == subject)?.Name ?? subject}")}";

    /// <summary>All that waits for the reader, and what is late with others, the latest first.</summary>
    public async Task<IReadOnlyList<Waiting>> AskAsync()
    {
        var all = new List<Waiting>();
        all.AddRange(await MoneyWaits.OfAsync(this));
        all.AddRange(await TenderWaits.OfAsync(this));
        all.AddRange(await ContractWaits.OfAsync(this));
        all.AddRange(await EvaluationWaits.OfAsync(this));
        all.AddRange(await AfterwardsWaits.OfAsync(this));
        all.AddRange(await AssessorWaits.OfAsync(this));
        all.AddRange(await OversightWaits.OfAsync(this));

        // Within a contract, whose number comes first, sites keep the order of their codes.
        return [.. all.OrderByDescending(w => w.DaysLate(Today)).ThenBy(w => w.Due ?? DateOnly.MaxValue).ThenBy(w => w.About.Split(' ')[0], StringComparer.Ordinal)];
    }
}
