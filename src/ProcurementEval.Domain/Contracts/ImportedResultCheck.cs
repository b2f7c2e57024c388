using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Contracts;

/// <summary>What is wrong with the evaluations that a running contract brings, each by itself and all against its stage.</summary>
internal sealed class ImportedResultCheck
{
    private readonly RunningContract running;
    private readonly Plan plan;
    private readonly ImportBasis basis;
    private readonly DateOnly today;
    private readonly List<Fault> faults = [];

    private ImportedResultCheck(RunningContract running, ImportBasis basis, DateOnly today) =>
        (this.running, plan, this.basis, this.today) = (running, basis.Plan, basis, today);

    public static IReadOnlyList<Fault> Faults(RunningContract running, ImportBasis basis, DateOnly today)
    {
        var check = new ImportedResultCheck(running, basis, today);
        foreach (var (i, past) in running.Evaluations.Index())
        {
            check.Result(i, past);
        }

        check.Stage();
        return check.faults;
    }

    private void Result(int i, PastEvaluation past)
    {
        if (plan.Evaluations.FirstOrDefault(r => r.Kind == past.Kind) is not { } rule)
        {
            FaultIf(true, i, "kind", "ImportKindUnknown", past.Kind, string.Join(' ', plan.Evaluations.Select(r => r.Kind)));
            return;
        }

        var template = basis.Templates[past.Kind].Template;
        var most = template.Scale + template.BonusCap;
        FaultIf(!IsSubject(rule, past.Subject), i, "subject", "ImportSubjectUnknown", past.Subject);
        FaultIf(running.Evaluations.Take(i).Any(e => e.Kind == past.Kind && e.Subject == past.Subject), i, "subject", "ImportEvaluationTwice", past.Kind, past.Subject);
        FaultIf(past.PublishedOn < running.Terms.Start || past.PublishedOn > today, i, "publishedOn", "ImportDayOutside", past.PublishedOn, running.Terms.Start, today);
        FaultIf(past.Vetoes.Any(v => template.Vetoes.All(t => t.Code != v)), i, "vetoes", "ImportVetoUnknown", string.Join(' ', template.Vetoes.Select(t => t.Code)));
        if (past.Total < 0 || past.Total > most || !Published.IsPublished(past.Total))
        {
            FaultIf(true, i, "total", "ImportTotalOutOfRange", past.Total, most);
            return;
        }

        var grade = Grading.BandOf(template.Bands, past.Total, past.Vetoes.Count > 0);
        FaultIf(past.Grade is { } said && said != grade?.Grade, i, "grade", "ImportGradeDiffers", past.Grade ?? string.Empty, past.Total, grade?.Name ?? "–");
    }

    private void Stage()
    {
        var midTerms = plan.Evaluations.SkipLast(1).ToArray();
        var needed = running.Stage switch
        {
            ContractStage.MidTermRated => midTerms,
            ContractStage.ResultFixed => plan.Evaluations,
            _ => [],
        };
        foreach (var rule in needed.Where(r => !IsHeld(r)))
        {
            faults.Add(Fault.Block("stage", "ImportResultOfStageMissing", running.Stage, rule.Kind));
        }

        if (running.Stage == ContractStage.MidTermRated && midTerms.Length == 0)
        {
            faults.Add(Fault.Block("stage", "NoMidTermPlanned"));
        }

        var least = running.Evaluations switch
        {
            [] => ContractStage.Signed,
            var past when past.Any(e => e.Kind == plan.Evaluations[^1].Kind) => ContractStage.ResultFixed,
            _ when midTerms.All(IsHeld) => ContractStage.MidTermRated,
            _ => ContractStage.Delivering,
        };
        if (running.Stage < least)
        {
            faults.Add(Fault.Block("stage", "ImportStageBehind", running.Stage, least));
        }
    }

    private bool IsSubject(EvaluationRule rule, string subject) => rule.Subjects switch
    {
        SubjectKind.Contract => subject == running.Terms.Number,
        SubjectKind.Site => running.Terms.Sites.Any(s => s.Code == subject),
        _ => subject.Length > 0,
    };

    private bool IsHeld(EvaluationRule rule) => rule.Subjects == SubjectKind.Site
        ? running.Terms.Sites.All(s => running.Evaluations.Any(e => e.Kind == rule.Kind && e.Subject == s.Code))
        : running.Evaluations.Any(e => e.Kind == rule.Kind);

    private void FaultIf(bool wrong, int i, string column, string code, params object[] arguments)
    {
        if (wrong)
        {
            faults.Add(Fault.Block(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evaluations/{i}/{column}"), code, arguments));
        }
    }
}
