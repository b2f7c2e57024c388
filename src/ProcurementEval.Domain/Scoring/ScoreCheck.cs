using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Checks an input against its template before anything is scored; paths are "facts/CODE" and "assessors/ID/CODE".</summary>
public static class ScoreCheck
{
    public static IReadOnlyList<Fault> Faults(Template template, ScoreInput input)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(input);
        var inputs = RuleInput.Of(template);
        return
        [
            .. Facts(inputs, input.Facts),
            .. Assessors(template, inputs, input.Assessors),
            .. input.Vetoes.Where(v => template.Vetoes.All(t => t.Code != v)).Order().Select(v => Fault.Block($"vetoes/{v}", "VetoUnknown", v)),
        ];
    }

    private static IEnumerable<Fault> Facts(IReadOnlyList<RuleInput> inputs, IReadOnlyDictionary<string, Fact> facts)
    {
        var needed = inputs.Where(i => i.Rule.SuppliedBy == Supplier.Fact).ToArray();
        return
        [
            .. needed.Where(n => !facts.ContainsKey(n.Key)).Select(n => Fault.Block($"facts/{n.Key}", "FactMissing", n.Key, n.Title)),
            .. needed.Where(n => facts.ContainsKey(n.Key)).SelectMany(n => FactCheck.Faults(n, facts[n.Key])),
            .. facts.Keys.Where(k => needed.All(n => n.Key != k)).Order().Select(k => Fault.Block($"facts/{k}", "FactUnknown", k)),
        ];
    }

    private static IEnumerable<Fault> Assessors(Template template, IReadOnlyList<RuleInput> inputs, IReadOnlyList<Assessor> assessors)
    {
        foreach (var twice in assessors.GroupBy(a => a.Id).Where(g => g.Count() > 1))
        {
            yield return Fault.Block($"assessors/{twice.Key}", "AssessorTwice", twice.Key);
        }

        foreach (var stranger in assessors.Where(a => template.Raters.Count > 0 && template.Raters.All(r => r.Code != a.Rater)))
        {
            yield return Fault.Block($"assessors/{stranger.Id}", "RaterUnknown", stranger.Id, stranger.Rater);
        }

        var judged = inputs.Where(i => i.Rule.SuppliedBy == Supplier.Assessor).ToArray();
        foreach (var item in judged.Where(i => !LeafScorer.JudgesOf(template, assessors, i.Rater).Any()))
        {
            yield return Fault.Block($"assessors/{item.Key}", "NobodyJudges", item.Key, item.Rater ?? string.Empty);
        }

        foreach (var assessor in assessors)
        {
            var own = judged.Where(i => LeafScorer.JudgesOf(template, [assessor], i.Rater).Any()).ToArray();
            foreach (var fault in own.SelectMany(i => Judgement(assessor, i)))
            {
                yield return fault;
            }

            foreach (var key in assessor.Judgements.Keys.Where(k => own.All(i => i.Key != k)).Order())
            {
                yield return Fault.Block($"assessors/{assessor.Id}/{key}", "JudgementUnknown", assessor.Id, key);
            }
        }
    }

    private static IEnumerable<Fault> Judgement(Assessor assessor, RuleInput item)
    {
        var path = $"assessors/{assessor.Id}/{item.Key}";
        if (!assessor.Judgements.TryGetValue(item.Key, out var judgement))
        {
            return [Fault.Block(path, "JudgementMissing", assessor.Id, item.Key)];
        }

        return FactCheck.Points(item, judgement, path);
    }
}
