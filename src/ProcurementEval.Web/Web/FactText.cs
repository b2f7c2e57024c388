using System.Globalization;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Web;

/// <summary>A fact in words.</summary>
public static class FactText
{
    public static string Of(Fact fact, Rule rule) => fact switch
    {
        NumberFact number => Text(number.Value),
        RatioFact { Target: { } target } ratio => $"{Text(ratio.Actual)} / {Text(target)}",
        RatioFact ratio => Text(ratio.Actual),
        FlagFact flag => flag.Met ? "✓" : "✗",
        CategoryFact category => rule is LookupRule lookup && lookup.Table.FirstOrDefault(e => e.Key == category.Key) is { } entry ? entry.Name : category.Key,
        LikertFact likert => string.Join(" · ", likert.Counts.Select((n, i) => $"{i + 1}: {n}")),
        ValidShareFact share => $"{share.Valid} / {share.Asked}",
        DeductFact breaches => breaches.Zero ? $"{Text(breaches.Count)} ✗" : Text(breaches.Count),
        ComparedFact compared => $"{Text(compared.Own)} / {Text(compared.Best)}",
        _ => string.Empty,
    };

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
