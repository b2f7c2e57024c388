// dotnet run -c Release --project tests/ProcurementEval.Benchmarks [scoring] [pdf] [pdf-many] [ledger] [list]
using System.Globalization;
using ProcurementEval.Benchmarks;

// Each entry is one ratio of the README; more are added here by name.
Dictionary<string, Func<Comparison?>> benchmarks = new()
{
    ["scoring"] = ScoringComparison.Create,
    ["pdf"] = PdfComparison.EachAlone,
    ["pdf-many"] = PdfComparison.ManyAtOnce,
    ["ledger"] = LedgerComparison.Create,
    ["list"] = ListComparison.Create,
};

foreach (var (name, create) in benchmarks.Where(b => args.Length == 0 || args.Contains(b.Key)))
{
    if (create() is not { } comparison)
    {
        Console.WriteLine($"{name}: skipped, /usr/bin/chromium is not installed (Debian's package chromium).");
        continue;
    }

    var (ours, other, ratio) = comparison.Measure();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {comparison.Name} {comparison.Text(ours)}, {comparison.Yardstick} {comparison.Text(other)}, ratio {ratio:0.000} (medians of {comparison.Rounds} interleaved rounds)"));
}
