using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Home;

/// <summary>A step that was taken lately, how often on that day by the same hand, on what, and the page about it.</summary>
public sealed record LatelyStep(Transition Step, int Times, string About, string Href);

/// <summary>The newest steps in a reader's scope. An assessor's evaluations are followed without their contracts; consolidation is the leader's to know, the ranking of bids the purchaser's until the award.</summary>
internal static class Lately
{
    private const int Days = 90;
    private const int Most = 12;
    private const int MostSteps = 150;

    public static async Task<IReadOnlyList<LatelyStep>> OfAsync(Question ask)
    {
        var (db, scope, since) = (ask.Db, ask.Scope, ask.Now.AddDays(-Days));
        var (account, party, evaluates, leads) = (ask.Reader.Account, ask.Party, ask.Is(Role.Evaluator), ask.Is(Role.Evaluator) || ask.Is(Role.Auditor));
        var contracts = evaluates ? scope.Contracts.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.EvaluationBodyId == party)) : scope.Contracts;
        var evaluations = evaluates
            ? scope.Evaluations.Where(e => contracts.Any(c => c.Id == e.ContractId) || e.Assignments.Any(a => a.Assessor == account))
            : scope.Evaluations;
        string[] hidden = leads ? [] : [nameof(EvaluationTrigger.Consolidate)];
        string[] hiddenOfTenders = ask.Is(Role.Purchaser) || ask.Is(Role.Auditor) ? [] : [nameof(TenderTrigger.Open), nameof(TenderTrigger.Rank)];
        var found = await db.Transitions.AsNoTracking().Where(t => t.At >= since && (
                (t.Process == "contract" && contracts.Any(c => c.Id == t.SubjectId))
                || (t.Process == "instalment" && db.Instalments.Any(i => i.Id == t.SubjectId && contracts.Any(c => c.Id == i.Contract.Id)))
                || (t.Process == "acceptance" && db.Acceptances.Any(a => a.Id == t.SubjectId && contracts.Any(c => c.Id == a.Contract.Id)))
                || (t.Process == "evaluation" && !hidden.Contains(t.Trigger) && evaluations.Any(e => e.Id == t.SubjectId))
                || (t.Process == "finding" && db.Findings.Any(f => f.Id == t.SubjectId && contracts.Any(c => c.Id == f.ContractId)))
                || (t.Process == "objection" && db.Objections.Any(o => o.Id == t.SubjectId && contracts.Any(c => c.Id == o.ContractId)))
                || (t.Process == "tender" && !hiddenOfTenders.Contains(t.Trigger) && scope.Tenders.Any(x => x.Id == t.SubjectId))))
            .OrderByDescending(t => t.At).ThenByDescending(t => EF.Property<int>(t, HistoryMapping.Ordinal)).Take(MostSteps)
            .Select(t => new { Step = t, Chain = EF.Property<string>(t, HistoryMapping.ChainId) }).ToListAsync();
        var days = found.GroupBy(f => (f.Chain, f.Step.Process, f.Step.Trigger, f.Step.By, ChinaTime.DateOf(f.Step.At))).Take(Most).Select(g => (g.First().Step, Times: g.Count(), Of: Id(g.Key.Chain))).ToList();
        Guid[] of = [.. days.Select(d => d.Of).Distinct()];
        var numbers = await db.Contracts.Where(c => of.Contains(c.Id)).Join(db.Projects, c => c.ProjectId, p => p.Id, (c, p) => new { c.Id, c.Number, p.Title }).ToDictionaryAsync(c => c.Id, c => $"{c.Number} {c.Title}");
        var titles = await db.Projects.Where(p => of.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Title);
        return [.. days.Select(d => numbers.TryGetValue(d.Of, out var number)
            ? new LatelyStep(d.Step, d.Times, number, $"/contracts/{d.Of}#history")
            : new LatelyStep(d.Step, d.Times, titles.GetValueOrDefault(d.Of, string.Empty), $"/tenders/{d.Step.SubjectId}"))];
    }

    // "contract:…" or "project:…", as the history is kept.
    private static Guid Id(string chain) => Guid.Parse(chain.AsSpan(chain.IndexOf(':', StringComparison.Ordinal) + 1));
}
