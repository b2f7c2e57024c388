using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>Checks the rows of contracts against each other and against what is stored: a number stands once, and all rows of one project say the same of it.</summary>
internal sealed class ImportAgreement(ImportLookup known)
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProjectTerms> projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tenders = new(StringComparer.Ordinal);

    public void Check(ContractLine line)
    {
        var taken = known.ContractNumbers.Contains(line.Number);
        if (line.Number.Length > 0 && (!numbers.Add(line.Number) || taken))
        {
            line.Row.Fault("number", SiteText.Of(taken ? "Imports.NumberTaken" : "Imports.NumberTwice", line.Number));
        }

        if (!line.Row.IsReadable)
        {
            return;
        }

        if (!tenders.TryAdd(line.TenderNumber, line.ProjectCode) && tenders[line.TenderNumber] != line.ProjectCode)
        {
            line.Row.Fault("tender", SiteText.Of("Imports.TenderTaken", line.TenderNumber));
        }

        var (first, own) = (known.ProjectOf(line) ?? projects.GetValueOrDefault(line.ProjectCode, line.Project), line.Project);
        projects.TryAdd(line.ProjectCode, first);
        foreach (var (column, said, says) in new[]
        {
            ("title", first.Title, own.Title), ("region", first.Region, own.Region), ("finance", first.Finance, own.Finance), ("evaluationBody", first.EvaluationBody, own.EvaluationBody),
            ("plan", $"{first.PlanId} {first.PlanVersion}", $"{own.PlanId} {own.PlanVersion}"),
        }.Where(c => c.Item2 != c.Item3))
        {
            line.Row.Fault(column, SiteText.Of("Imports.ProjectDiffers", line.ProjectCode, said, says));
        }
    }
}
