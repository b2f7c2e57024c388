using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>A row of the sheet of contracts as it was read; the ids of its parties and projects are looked up later.</summary>
internal sealed class ContractLine
{
    private const string TenderSuffix = "-T";

    public ContractLine(ImportRow row)
    {
        Row = row;
        (Number, ProjectCode, Tender) = (row.Code("number", TenderSuffix.Length), row.Code("project"), row.OptionalCode("tender"));
        Project = new ProjectTerms(row.Text("title"), row.Code("region"), row.Code("finance"), row.Code("evaluationBody"), row.Code("plan"), row.Whole("planVersion", 1, 9999));
        (Agency, Sum, Year) = (row.Code("agency"), row.Sum("sum"), row.Whole("year", 1, 10));
        (Start, End, SignedOn) = (row.Day("start"), row.Day("end"), row.Day("signedOn"));
        Stage = StageOf(row);
        Sites = [.. row.List("sites").Select((name, i) => new ServiceSite(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"site-{i + 1}"), name))];
    }

    public ImportRow Row { get; }

    public string Number { get; }

    public string ProjectCode { get; }

    public ProjectTerms Project { get; }

    private string? Tender { get; }

    /// <summary>The number of the tender: the one that is given, or the contract's with a suffix.</summary>
    public string TenderNumber => Tender ?? Number + TenderSuffix;

    public string Agency { get; }

    public Money Sum { get; }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    public DateOnly SignedOn { get; }

    public int Year { get; }

    public ContractStage Stage { get; }

    public IReadOnlyList<ServiceSite> Sites { get; }

    private static ContractStage StageOf(ImportRow row)
    {
        var text = row.Code("stage");
        foreach (var stage in ImportCheck.Stages.Where(s => ImportTable.IsNamed($"ContractStage.{s}", text)))
        {
            return stage;
        }

        if (text.Length > 0)
        {
            row.Unknown("stage", SiteText.Of("Imports.StageUnknown", text, Show.List(ImportCheck.Stages.Select(s => SiteText.Name(s)))));
        }

        return ContractStage.Signed;
    }
}

/// <summary>What the rows of one project say of it: they say the same.</summary>
internal sealed record ProjectTerms(string Title, string Region, string Finance, string EvaluationBody, string PlanId, int PlanVersion);
