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
            .. input.Vetoes.Where(v => template.Vetoes.All(t => t.Code != v)).Order(StringComparer.Ordinal).Select(v => Fault.Block($"vetoes/{v}", "VetoUnknown", v)),
        ];
    }

    /// <summary>What is wrong with one judgement of a sheet; null if nothing is.</summary>
    public static Fault? Judgement(RuleInput item, Judgement judgement, string assessor) =>
        FactCheck.Of(item, judgement, new Assessor(assessor, string.Empty, new Dictionary<string, Judgement>()));

    private static IEnumerable<Fault> Facts(IReadOnlyList<RuleInput> inputs, IReadOnlyDictionary<string, Fact> facts)
    {
        var needed = inputs.Where(i => i.Rule.SuppliedBy == Supplier.Fact).ToArray();
        var missing = needed.Where(n => !facts.ContainsKey(n.Key)).ToArray();
        return
        [
            .. missing.Select(n => Fault.Block($"facts/{n.Key}", "FactMissing", n.Key, n.Title)),
            .. needed.Where(n => facts.ContainsKey(n.Key)).Select(n => FactCheck.Of(n, facts[n.Key])).OfType<Fault>(),
            .. Strangers(facts, needed, needed.Length - missing.Length).Select(k => Fault.Block($"facts/{k}", "FactUnknown", k)),
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
        foreach (var item in judged.Where(i => !assessors.Any(a => LeafScorer.Judges(template, a, i.Rater))))
        {
            yield return Fault.Block($"assessors/{item.Key}", "NobodyJudges", item.Key, item.Rater ?? string.Empty);
        }

        foreach (var assessor in assessors)
        {
            var own = judged.Where(i => LeafScorer.Judges(template, assessor, i.Rater)).ToArray();
            var given = 0;
            foreach (var item in own)
            {
                var judgement = assessor.Judgements.GetValueOrDefault(item.Key);
                given += judgement is null ? 0 : 1;
                var fault = judgement is null ? Fault.Block($"assessors/{assessor.Id}/{item.Key}", "JudgementMissing", assessor.Id, item.Key) : FactCheck.Of(item, judgement, assessor);
                if (fault is not null)
                {
                    yield return fault;
                }
            }

            foreach (var key in Strangers(assessor.Judgements, own, given))
            {
                yield return Fault.Block($"assessors/{assessor.Id}/{key}", "JudgementUnknown", assessor.Id, key);
            }
        }
    }

    // Looked for only where there are more keys than the known ones.
    private static IEnumerable<string> Strangers<T>(IReadOnlyDictionary<string, T> values, IEnumerable<RuleInput> known, int knownCount) =>
        values.Count == knownCount ? [] : values.Keys.Except(known.Select(i => i.Key)).Order(StringComparer.Ordinal);
}
