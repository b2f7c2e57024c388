using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>The first page: what waits for the reader (待办), what is late with others, and what happened lately.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class IndexModel(Catalogue catalogue) : SitePage
{
    /// <summary>The reader's own, the latest first.</summary>
    public IReadOnlyList<Waiting> Own { get; private set; } = [];

    /// <summary>Late, and somebody else's turn.</summary>
    public IReadOnlyList<Waiting> Elsewhere { get; private set; } = [];

    public IReadOnlyList<LatelyStep> Steps { get; private set; } = [];

    /// <summary>Names by account.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Names of organisations by id.</summary>
    public IReadOnlyDictionary<Guid, string> Parties { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Bar> Stages { get; private set; } = [];

    public IReadOnlyList<Bar> Paid { get; private set; } = [];

    public decimal PaidInAll { get; private set; }

    public string Who(Waiting waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return waiting.Party is { } party && Parties.TryGetValue(party, out var name) ? $"{name}（{SiteText.Name(waiting.Turn)}）" : SiteText.Name(waiting.Turn);
    }

    protected override async Task<bool> LoadAsync()
    {
        var ask = new Question(Db, Scope, catalogue, Reader, Now);
        var all = await ask.AskAsync();
        Own = [.. all.Where(w => w.Turn == Reader.Role)];
        Elsewhere = [.. all.Where(w => w.Turn != Reader.Role)];
        Stages = await Charts.StagesAsync(ask);
        (PaidInAll, Paid) = await Charts.PaidAsync(ask);
        Steps = await Lately.OfAsync(ask);
        string[] accounts = [.. Steps.Select(s => s.Step.By).Distinct()];
        Names = await Db.Users.Where(u => accounts.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
        Guid[] parties = [.. Elsewhere.Select(w => w.Party).OfType<Guid>().Distinct()];
        Parties = await Db.Parties.Where(p => parties.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return true;
    }
}
