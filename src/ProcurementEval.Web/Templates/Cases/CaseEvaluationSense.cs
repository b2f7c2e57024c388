using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Whether a case's evaluations are the plan's and can be scored, subject by subject.</summary>
internal static class CaseEvaluationSense
{
    public static IReadOnlyList<Fault> Faults(CaseContext context, CaseRecords? records)
    {
        var (evaluations, rules) = (context.File.Evaluations, context.Plan.Evaluations);
        if (!evaluations.Select(e => e.Kind).SequenceEqual(rules.Select(r => r.Kind)))
        {
            return [Fault.Block("evaluations", "CaseEvaluationsDiffer", Listed(rules.Select(r => r.Kind)), Listed(evaluations.Select(e => e.Kind)))];
        }

        return [.. evaluations.SelectMany((e, i) => Of(context, e, rules[i], $"evaluations/{i}", records))];
    }

    private static IEnumerable<Fault> Of(CaseContext context, CaseEvaluation evaluation, EvaluationRule rule, string path, CaseRecords? records)
    {
        var template = context.TemplateOf(rule.Template);
        var expected = rule.Subjects == SubjectKind.Contract ? [context.File.Contract.Number] : context.File.Sites.Select(s => s.Code).ToArray();
        var subjects = evaluation.Subjects.Select(s => s.Code).ToArray();
        if (rule.Subjects != SubjectKind.Post && !expected.Order(StringComparer.Ordinal).SequenceEqual(subjects.Order(StringComparer.Ordinal)))
        {
            yield return Fault.Block($"{path}/subjects", "CaseSubjectsDiffer", Listed(expected), Listed(subjects));
        }

        foreach (var twice in evaluation.Assessors.GroupBy(a => a.Id).Where(g => g.Count() > 1))
        {
            yield return Fault.Block($"{path}/assessors", "CaseAssessorTwice", twice.Key);
        }

        foreach (var few in evaluation.Assessors.GroupBy(a => a.Rater).Where(g => g.Count() < rule.Quorum))
        {
            yield return Fault.Block($"{path}/assessors", "CaseQuorumMissing", rule.Quorum, few.Count(), few.Key);
        }

        foreach (var twice in subjects.GroupBy(s => s).Where(g => g.Count() > 1))
        {
            yield return Fault.Block($"{path}/subjects", "CaseSubjectTwice", twice.Key);
        }

        foreach (var fault in References(evaluation, template, subjects, path).Concat(evaluation.Subjects.SelectMany((s, i) => OfSubject(evaluation, s, template, rule, (path, $"{path}/subjects/{i}"), records))))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> References(CaseEvaluation evaluation, Template template, string[] subjects, string path)
    {
        var named = evaluation.Findings.Select((f, i) => (Path: $"{path}/findings/{i}", f.Subject)).Concat(evaluation.Objections.Select((o, i) => (Path: $"{path}/objections/{i}", o.Subject)));
        foreach (var (at, subject) in named.Where(n => !subjects.Contains(n.Subject)))
        {
            yield return Fault.Block($"{at}/subject", "CaseSubjectUnknown", subject);
        }

        for (var i = 0; i < evaluation.Objections.Count; i++)
        {
            var objection = evaluation.Objections[i];
            if (evaluation.Objections.Take(i).Any(o => o.Subject == objection.Subject && o.Reason == objection.Reason))
            {
                yield return Fault.Block($"{path}/objections/{i}", "CaseObjectionTwice", objection.Subject);
            }
        }

        var codes = template.Indicators.SelectMany(i => i.SelfAndDescendants()).Select(i => i.Code).ToHashSet();
        for (var i = 0; i < evaluation.Findings.Count; i++)
        {
            if (!codes.Contains(evaluation.Findings[i].Indicator))
            {
                yield return Fault.Block($"{path}/findings/{i}/indicator", "CaseIndicatorUnknown", evaluation.Findings[i].Indicator);
            }
        }
    }

    private static List<Fault> OfSubject(CaseEvaluation evaluation, CaseSubject subject, Template template, EvaluationRule rule, (string Shared, string Own) paths, CaseRecords? records)
    {
        var faults = new List<Fault>();
        var facts = new FactReader(template).Facts(CaseScores.Over(evaluation.Facts, subject.Facts), "facts", faults);
        var assessors = new CaseScores(template).Assessors(CaseScores.Over(evaluation.Scores, subject.Scores), evaluation.Assessors, "scores", faults);
        var input = new ScoreInput { Facts = facts, Assessors = assessors, Vetoes = new HashSet<string>(), Combination = rule.Assessors };
        faults = [.. faults.Concat(ScoreCheck.Faults(template, input)).Select(f => f with { Path = f.InCase(Place) })];
        faults.AddRange(Vetoes(subject, template, paths.Own));
        faults.AddRange(Disputes(evaluation, subject, facts, paths.Own));
        var site = rule.Subjects == SubjectKind.Site ? subject.Code : null;
        foreach (var (item, measure) in evaluation.FromRecords)
        {
            faults.AddRange(Measurable(item, facts, $"{paths.Shared}/fromRecords/{item}"));
            if (records is not null && Figure(facts.GetValueOrDefault(item)) is { } stated && (records.Measured(measure, site, evaluation.Opened) ?? 0m) is var measured && stated != measured)
            {
                faults.Add(Fault.Warn($"{Place("facts", item)}/facts/{item}", "CaseFactDiffersFromRecords", item, stated, measured, evaluation.Opened));
            }
        }

        return faults.WithoutEchoes();

        string Place(string section, string item)
        {
            var (own, shared) = section == "facts" ? (subject.Facts, evaluation.Facts) : (subject.Scores, evaluation.Scores);
            return !own.ContainsKey(item) && shared.ContainsKey(item) ? paths.Shared : paths.Own;
        }
    }

    private static IEnumerable<Fault> Vetoes(CaseSubject subject, Template template, string path)
    {
        foreach (var (code, value) in subject.Vetoes)
        {
            if (template.Vetoes.FirstOrDefault(v => v.Code == code) is not { } veto)
            {
                yield return Fault.Block($"{path}/vetoes/{code}", "CaseVetoUnknown", code);
            }
            else if (value is not JsonObject conditions || conditions.Any(c => veto.Conditions.All(k => k.Code != c.Key) || c.Value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)))
            {
                yield return Fault.Block($"{path}/vetoes/{code}", "CaseVetoConditions", code, Listed(veto.Conditions.Select(c => c.Code)));
            }
        }
    }

    private static IEnumerable<Fault> Disputes(CaseEvaluation evaluation, CaseSubject subject, IReadOnlyDictionary<string, Fact> facts, string path)
    {
        for (var i = 0; i < subject.Disputes.Count; i++)
        {
            var dispute = subject.Disputes[i];
            if (evaluation.Assessors.All(a => a.Id != dispute.Assessor))
            {
                yield return Fault.Block($"{path}/disputes/{i}", "CaseAssessorUnknown", dispute.Assessor);
            }

            foreach (var fault in Measurable(dispute.Item, facts, $"{path}/disputes/{i}"))
            {
                yield return fault;
            }
        }
    }

    // A fact that is counted: only such a one can be measured, or disputed with a count of one's own.
    private static IEnumerable<Fault> Measurable(string item, IReadOnlyDictionary<string, Fact> facts, string path)
    {
        if (!facts.TryGetValue(item, out var fact))
        {
            yield return Fault.Block(path, "CaseIndicatorUnknown", item);
        }
        else if (Figure(fact) is null)
        {
            yield return Fault.Block(path, "CaseFactNotCounted", item);
        }
    }

    private static decimal? Figure(Fact? fact) => fact switch
    {
        RatioFact ratio => ratio.Actual,
        NumberFact number => number.Value,
        DeductFact deduct => deduct.Count,
        _ => null,
    };

    private static string Listed(IEnumerable<string> codes) => string.Join(", ", codes);
}
