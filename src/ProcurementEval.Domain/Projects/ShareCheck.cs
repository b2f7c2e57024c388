using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Projects;

/// <summary>Whether shares add up to 100 %; the fault names what is missing or too much, in per cent.</summary>
internal static class ShareCheck
{
    public static IEnumerable<Fault> Faults(IEnumerable<Share> shares, string path) => shares.Sum(s => s.Percent) switch
    {
        < 100m and var sum => [Fault.Block(path, "SharesMissing", sum, 100m - sum)],
        > 100m and var sum => [Fault.Block(path, "SharesExceed", sum, sum - 100m)],
        _ => [],
    };
}
