using ProcurementEval.Documents.Excel;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>One sheet of the import workbook: its key and its columns; a star marks what every row needs. Names and explanations are words of the book "Imports".</summary>
public sealed class ImportSheet
{
    public static readonly ImportSheet Contracts = new("contracts", "number*", "project*", "title*", "region*", "agency*", "finance*", "evaluationBody*", "plan*", "planVersion*", "sum*", "start*", "end*", "signedOn*", "year*", "stage*", "tender", "sites");
    public static readonly ImportSheet Instalments = new("instalments", "contract*", "ordinal*", "paid*", "deducted", "reason", "invoice", "paidOn*");
    public static readonly ImportSheet Evaluations = new("evaluations", "contract*", "kind*", "subject", "total*", "grade", "vetoes", "publishedOn*");
    private readonly HashSet<string> required;

    private ImportSheet(string key, params string[] columns)
    {
        Key = key;
        required = [.. columns.Where(c => c.EndsWith('*')).Select(c => c.TrimEnd('*'))];
        Columns = [.. columns.Select(c => c.TrimEnd('*'))];
    }

    public string Key { get; }

    public IReadOnlyList<string> Columns { get; }

    public string Name => SiteText.Of(NameKey);

    /// <summary>The key of its name, which is known in every language.</summary>
    public string NameKey => $"Imports.Sheet.{Key}";

    public bool IsRequired(string column) => required.Contains(column);

    public string HeadKey(string column) => $"Imports.{Key}.{column}";

    public string Head(string column) => SiteText.Of(HeadKey(column));

    /// <summary>The sheet as it is handed out.</summary>
    public FormSheet ToForm() => new(Name, [.. Columns.Select(c => new FormColumn(Head(c), IsRequired(c), SiteText.Of($"Imports.Note.{Key}.{c}")))]);
}
