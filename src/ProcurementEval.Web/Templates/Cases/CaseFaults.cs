using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Brings the faults of a scoring input home to the case that it was read from.</summary>
internal static class CaseFaults
{
    /// <summary>"facts/KEY" and "assessors/ID/KEY" as paths in the case; the place below which a section ("facts", "scores") holds an item is the caller's to say.</summary>
    public static string InCase(this Fault fault, Func<string, string, string> placeOf)
    {
        var steps = fault.Path.Split('/');
        var (section, item) = steps[0] == "assessors" ? ("scores", steps[Math.Min(2, steps.Length)..]) : (steps[0], steps[1..]);
        return $"{placeOf(section, item.FirstOrDefault() ?? string.Empty)}/{section}/{string.Join('/', item)}";
    }

    /// <summary>Without what is said to be missing only because it could not be read.</summary>
    public static List<Fault> WithoutEchoes(this List<Fault> faults)
    {
        var unread = faults.Where(f => f.Code is "CaseScoreCount" or "CaseScoreNoNumber" or "FactShapeWrong").Select(f => f.Arguments[0]).ToHashSet();
        return [.. faults.Where(f => !(f.Code == "FactMissing" && unread.Contains(f.Arguments[0])) && !(f.Code == "JudgementMissing" && unread.Contains(f.Arguments[1])))];
    }
}
