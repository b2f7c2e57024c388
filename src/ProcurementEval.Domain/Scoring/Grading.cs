using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Scoring;

/// <summary>Finds the grade of a published figure.</summary>
public static class Grading
{
    /// <summary>The band that holds the figure, or the lowest band where a veto stands; null without bands.</summary>
    public static Band? BandOf(IReadOnlyList<Band> bands, decimal published, bool lowest) => lowest
        ? bands.MinBy(b => b.From)
        : bands.FirstOrDefault(b => b.Holds(published));

    /// <summary>The range of a band as it is printed: "[80, 90)", "[90, ∞)".</summary>
    public static string Range(Band band)
    {
        ArgumentNullException.ThrowIfNull(band);
        var from = Calculation.Text(band.From);
        return band switch
        {
            { Below: { } below } => $"[{from}, {Calculation.Text(below)})",
            { To: { } to } => $"[{from}, {Calculation.Text(to)}]",
            _ => $"[{from}, ∞)",
        };
    }
}
