using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Projects;

/// <summary>Whether the grades that a plan names are grades of its bands.</summary>
internal static class GradeCheck
{
    public static IEnumerable<Fault> Known(Plan plan, IEnumerable<string> grades, string path) => grades
        .Select((grade, i) => (grade, i))
        .Where(g => plan.Bands.All(b => b.Grade != g.grade))
        .Select(g => Fault.Block($"{path}/{g.i}", "GradeUnknown", g.grade, string.Join(", ", plan.Bands.Select(b => b.Grade))));

    /// <summary>Every grade is paid exactly once, and a better one never less than a worse one.</summary>
    public static IEnumerable<Fault> Paid(Plan plan, GradePayment payment, string path)
    {
        foreach (var fault in Known(plan, payment.Pays.Select(p => p.Grade), path))
        {
            yield return fault;
        }

        foreach (var band in plan.Bands.Where(b => payment.Pays.Count(p => p.Grade == b.Grade) != 1))
        {
            yield return Fault.Block(path, "GradeNotPaidOnce", band.Grade, payment.Pays.Count(p => p.Grade == band.Grade));
        }

        var shares = plan.Bands.SelectMany(b => payment.Pays.Where(p => p.Grade == b.Grade)).ToArray();
        foreach (var (better, worse) in shares.Zip(shares.Skip(1)).Where(p => p.First.Share < p.Second.Share))
        {
            yield return Fault.Block(path, "WorseGradePaysMore", worse.Grade, better.Grade);
        }
    }
}
