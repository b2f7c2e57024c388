using System.Globalization;
using ProcurementEval.Benchmarks;

// Each entry is one ratio of the README; more are added here by name.
Dictionary<string, Func<Comparison>> benchmarks = new()
{
    ["scoring"] = ScoringComparison.Create,
};

foreach (var (name, create) in benchmarks.Where(b => args.Length == 0 || args.Contains(b.Key)))
{
    var comparison = create();
    var (ours, other, ratio) = comparison.Measure();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {comparison.Name} {ours:0.0} ms, {comparison.Yardstick} {other:0.0} ms, ratio {ratio:0.00} (medians of {comparison.Rounds} interleaved rounds)"));
}
