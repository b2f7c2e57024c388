using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>The life of a contract at the head of its page: stages with their dates, what comes next, and in a sentence what blocks it.</summary>
internal sealed class LifeLine(Contract contract, IReadOnlyList<Transition> history, Reader reader, bool money, DateTimeOffset now)
{
    private static readonly string[] OfMoney = ["InstalmentsOpen", "InstalmentsDoNotAddUp"];

    /// <summary>The step that leads on; null at the end of the life.</summary>
    public ContractTrigger? Next { get; } = NextOf(contract);

    /// <summary>What keeps the next step from being taken, as far as this reader may know it.</summary>
    public IReadOnlyList<string> Blocks() => Next is not { } next ? []
        : Contract.Process.CanFire(contract, next, now).Unmet is var unmet && money ? [.. unmet.Select(u => Sentences.Of(u.Code, u.Arguments))]
        : [.. unmet.Select(u => OfMoney.Contains(u.Code) ? SiteText.Of("Life.Elsewhere") : Sentences.Of(u.Code, u.Arguments))];

    public IReadOnlyList<LifeStage> Stages()
    {
        var last = contract.Stage == ContractStage.Renewed ? ContractStage.Renewed : ContractStage.Closed;
        ContractStage[] life = [.. Enum.GetValues<ContractStage>().Where(s => s <= ContractStage.Settled && (s != ContractStage.MidTermRated || contract.HasMidTerm)), last];
        var ended = contract.Stage == ContractStage.Ended;
        ContractStage[] shown = ended ? [.. life.Where(s => s == ContractStage.Draft || ReachedAt(s) is not null), ContractStage.Ended] : life;
        var current = Array.IndexOf(shown, contract.Stage);
        return [.. shown.Select((stage, at) => Stage(stage, at - current))];
    }

    private LifeStage Stage(ContractStage stage, int ahead)
    {
        var reached = stage == ContractStage.Signed && contract.SignedOn is { } signed ? Show.Date(signed) : ReachedAt(stage) is { } at ? Show.Date(Domain.Calendars.ChinaTime.DateOf(at)) : null;
        var planned = stage == ContractStage.Delivering ? SiteText.Of("Life.Planned", Show.Date(contract.Start)) : null;
        return ahead switch
        {
            < 0 => new LifeStage(SiteText.Name(stage, reader), LifeState.Done, reached),
            0 when Next is null => new LifeStage(SiteText.Name(stage, reader), LifeState.Done, reached),
            0 => new LifeStage(SiteText.Name(stage, reader), LifeState.Current, reached),
            1 when Blocks() is { Count: > 0 } blocks => new LifeStage(SiteText.Name(stage, reader), LifeState.Blocked, planned, string.Join(" ", blocks)),
            _ => new LifeStage(SiteText.Name(stage, reader), LifeState.Next, planned),
        };
    }

    private DateTimeOffset? ReachedAt(ContractStage stage) => history.LastOrDefault(t => t.SubjectId == contract.Id && t.To == stage.ToString())?.At;

    private static ContractTrigger? NextOf(Contract contract)
    {
        ContractTrigger[] known = [.. Contract.Process.TriggersOf(contract).Where(t => t is not (ContractTrigger.End or ContractTrigger.Renew))];
        return known.Length == 0 ? null : known.Length > 1 && !contract.HasMidTerm ? known[^1] : known[0];
    }
}
