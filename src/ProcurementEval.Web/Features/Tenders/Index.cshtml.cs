using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Tenders;

/// <summary>招标项目: what an agency may bid for and how long still; for everybody else the tenders of his own projects.</summary>
[Requires(Permission.ReadTenders)]
public sealed class IndexModel : SitePage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public TenderStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; }

    public IReadOnlyList<TenderLine> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Stage is not null;

    public static IEnumerable<TenderStage> Stages => Enum.GetValues<TenderStage>();

    /// <summary>Days until the deadline, counted by dates in China; null once it has passed.</summary>
    public int? DaysLeft(TenderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Stage == TenderStage.Published && line.Deadline > Now ? ChinaTime.DateOf(line.Deadline.Value).DayNumber - Today.DayNumber : null;
    }

    protected override async Task<bool> LoadAsync()
    {
        var words = Search?.Trim() ?? string.Empty;
        var rows = from tender in Scope.Tenders
                   join project in Db.Projects on tender.ProjectId equals project.Id
                   join purchaser in Db.Parties on project.PurchaserId equals purchaser.Id
                   where (Stage == null || tender.Stage == Stage) && (words.Length == 0 || project.Title.Contains(words) || tender.Number.Contains(words) || project.Region.Contains(words))
                   select new { tender, project, purchaser.Name };
        Count = await rows.CountAsync();
        At = Math.Clamp(At, 1, Pages);
        var page = await rows.OrderByDescending(r => r.tender.PublishedAt == null).ThenByDescending(r => r.tender.PublishedAt).ThenBy(r => r.tender.Number)
            .Skip((At - 1) * PageSize).Take(PageSize)
            .Select(r => new { r.tender.Id, r.tender.Number, r.tender.Stage, r.tender.Deadline, r.project.Title, r.project.Region, r.project.Budget, r.Name }).ToListAsync();
        Lines = [.. page.Select(r => new TenderLine(r.Id, r.Number, r.Title, r.Region, r.Name, r.Budget, r.Stage, r.Deadline))];
        return true;
    }
}

/// <summary>One tender of the list.</summary>
public sealed record TenderLine(Guid Id, string Number, string Title, string Region, string Purchaser, Money Budget, TenderStage Stage, DateTimeOffset? Deadline);
