using ProcurementEval.Documents.Excel;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>Reads an import workbook and checks everything in it before anything is stored.</summary>
internal sealed class ImportReader
{
    public const int MostContracts = 500;
    private const int MostRows = 5001;
    private const int MostColumns = 60;

    // While a row cannot be read, nobody can say that one is missing.
    private static readonly string[] OfCompleteness = ["ImportResultOfStageMissing", "ImportResultMissing", "ImportStageBehind"];
    private readonly List<ImportFault> faults = [];
    private readonly (ImportRow Row, string Contract, PastInstalment Past)[] instalments;
    private readonly (ImportRow Row, string Contract, PastEvaluation Past)[] evaluations;

    public ImportReader(IReadOnlyList<WorksheetText> workbook)
    {
        Contracts = [.. ImportTable.Rows(ImportSheet.Contracts, workbook, faults).Select(r => new ContractLine(r))];
        instalments = [.. ImportTable.Rows(ImportSheet.Instalments, workbook, faults).Select(r => (r, r.Code("contract"), Instalment(r)))];
        evaluations = [.. ImportTable.Rows(ImportSheet.Evaluations, workbook, faults).Select(r => (r, r.Code("contract"), Evaluation(r)))];
        if (faults.Count == 0 && Contracts.Count is 0 or > MostContracts)
        {
            faults.Add(new(ImportSheet.Contracts.Name, null, null, SiteText.Of("Imports.CountWrong", Contracts.Count, MostContracts)));
        }
    }

    public IReadOnlyList<ContractLine> Contracts { get; }

    /// <exception cref="InvalidDataException">The file is no workbook, or too large.</exception>
    public static IReadOnlyList<WorksheetText> Open(Stream file) => ExcelReader.ReadAll(file, MostRows, MostColumns);

    public ImportChecked Check(ImportLookup known, DateOnly today)
    {
        var numbers = Contracts.Select(c => c.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, contract) in instalments.Select(i => (i.Row, i.Contract)).Concat(evaluations.Select(e => (e.Row, e.Contract))).Where(p => p.Contract.Length > 0 && !numbers.Contains(p.Contract)))
        {
            row.Fault("contract", SiteText.Of("Imports.ContractUnknown", contract));
        }

        var agreement = new ImportAgreement(known);
        var lines = new List<ImportedLine>();
        foreach (var line in Contracts)
        {
            agreement.Check(line);
            if (known.Find(line) is { } found)
            {
                lines.Add(Checked(line, found, today));
            }
        }

        faults.AddRange(Contracts.Select(c => c.Row).Concat(instalments.Select(i => i.Row)).Concat(evaluations.Select(e => e.Row)).SelectMany(r => r.Faults));
        return new ImportChecked(faults, lines);
    }

    private ImportedLine Checked(ContractLine line, ImportFound found, DateOnly today)
    {
        var paid = instalments.Where(i => i.Contract == line.Number && i.Row.IsReadable).ToArray();
        var rated = evaluations.Where(e => e.Contract == line.Number && e.Row.IsReadable).ToArray();
        var terms = new ContractTerms(line.Number, Guid.Empty, Guid.Empty, found.AgencyId, line.Sum, line.Start, line.End, line.Year) { Sites = line.Sites };
        var running = new RunningContract(terms, line.SignedOn, line.Stage)
        {
            Instalments = [.. paid.Select(i => i.Past)],
            Evaluations = [.. rated.Select(e => OfPlan(e.Past, line, found.Basis.Plan))],
        };
        var complete = evaluations.All(e => e.Row.IsReadable);
        foreach (var fault in line.Row.IsReadable ? ImportCheck.Faults(running, found.Basis, today).Where(f => complete || !OfCompleteness.Contains(f.Code)) : [])
        {
            var path = fault.Path.Split('/');
            var row = path[0] switch
            {
                "instalments" => paid[Position(path)].Row,
                "evaluations" => rated[Position(path)].Row,
                _ => line.Row,
            };
            row.Fault(path[^1], Sentences.Of(fault.Code, [.. fault.Arguments.Select(Named)]));
        }

        return new ImportedLine(line, running, found);
    }

    private static int Position(string[] path) => int.Parse(path[1], System.Globalization.CultureInfo.InvariantCulture);

    private static object Named(object argument) => argument is ContractStage stage ? SiteText.Name(stage) : argument;

    // Kinds, sites and grades are written as people call them; an evaluation of the whole contract needs no subject.
    private static PastEvaluation OfPlan(PastEvaluation past, ContractLine line, Plan plan) => past with
    {
        Kind = plan.Evaluations.FirstOrDefault(r => r.Kind == past.Kind || ImportTable.IsNamed($"EvaluationKind.{r.Kind}", past.Kind))?.Kind ?? past.Kind,
        Subject = past.Subject.Length == 0 ? line.Number : line.Sites.FirstOrDefault(s => s.Name == past.Subject)?.Code ?? past.Subject,
        Grade = past.Grade is { } said ? plan.Bands.FirstOrDefault(b => b.Name == said || ImportTable.IsNamed($"Grade.{b.Grade}", said))?.Grade ?? said : null,
    };

    private static PastInstalment Instalment(ImportRow row) =>
        new(row.Whole("ordinal", 1, 99), row.Sum("paid"), row.SumOrZero("deducted"), row.Optional("reason"), row.OptionalCode("invoice"), row.Day("paidOn"));

    private static PastEvaluation Evaluation(ImportRow row) =>
        new(row.Code("kind"), row.Optional("subject") ?? string.Empty, row.Figure("total"), row.Optional("grade"), row.List("vetoes"), row.Day("publishedOn"));
}
