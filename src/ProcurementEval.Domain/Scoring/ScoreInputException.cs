using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Scoring;

/// <summary>The input of a scoring lacks something or holds something impossible; <see cref="Faults"/> names all of it.</summary>
public sealed class ScoreInputException(IReadOnlyList<Fault> faults) : Exception(string.Join("; ", faults.Select(f => $"{f.Path}: {f.Code}({string.Join(", ", f.Arguments)})")))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;

    public static void ThrowIfAny(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw new ScoreInputException(faults);
        }
    }
}
