using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Projects;

/// <summary>Whether the numbers of law are complete and unambiguous.</summary>
public static class LegalLimitsCheck
{
    public static IEnumerable<Fault> Faults(LegalLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var name in Enum.GetValues<LegalNumber>().Where(n => limits.Entries.All(e => e.Name != n)))
        {
            yield return Fault.Block("entries", "LimitMissing", name);
        }

        foreach (var (entry, i) in limits.Entries.Select((e, i) => (e, i)))
        {
            if (entry.Value <= 0)
            {
                yield return Fault.Block($"entries/{i}/value", "NotPositive", entry.Value);
            }

            if (limits.Entries.Take(i).Any(e => e.Name == entry.Name && e.Since == entry.Since))
            {
                yield return Fault.Block($"entries/{i}", "LimitTwice", entry.Name, entry.Since);
            }
        }
    }
}
