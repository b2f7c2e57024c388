using System.Text;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>Finds a sheet and its columns in a workbook by their names in any language of the site.</summary>
internal static class ImportTable
{
    /// <summary>The rows below the heads that are not empty; what is wrong with the sheet as a whole is added to the faults.</summary>
    public static IReadOnlyList<ImportRow> Rows(ImportSheet sheet, IReadOnlyList<WorksheetText> workbook, List<ImportFault> faults)
    {
        if (workbook.FirstOrDefault(w => IsNamed(sheet.NameKey, w.Name)) is not { Rows.Count: > 0 } found)
        {
            faults.Add(new(sheet.Name, null, null, SiteText.Of("Imports.SheetMissing")));
            return [];
        }

        var heads = found.Rows[0].Select(h => (Text: h.Trim(), Column: sheet.Columns.FirstOrDefault(c => IsNamed(sheet.HeadKey(c), h)))).ToArray();
        faults.AddRange(heads.Where(h => h.Text.Length > 0 && h.Column is null).Select(h => new ImportFault(sheet.Name, 1, h.Text, SiteText.Of("Imports.ColumnUnknown"))));
        faults.AddRange(heads.Where(h => h.Column is not null).GroupBy(h => h.Column).Where(g => g.Count() > 1).Select(g => new ImportFault(sheet.Name, 1, sheet.Head(g.Key!), SiteText.Of("Imports.ColumnTwice"))));
        string[] missing = [.. sheet.Columns.Where(c => sheet.IsRequired(c) && heads.All(h => h.Column != c))];
        faults.AddRange(missing.Select(c => new ImportFault(sheet.Name, 1, sheet.Head(c), SiteText.Of("Imports.ColumnMissing"))));
        return missing.Length > 0 ? [] : [.. found.Rows.Index().Skip(1).Where(r => r.Item.Any(c => !string.IsNullOrWhiteSpace(c))).Select(r => new ImportRow(sheet, r.Index + 1, Cells(r.Item)))];

        Dictionary<string, string> Cells(IReadOnlyList<string> row)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (i, (_, column)) in heads.Index().Where(h => h.Item.Column is not null && h.Index < row.Count))
            {
                cells.TryAdd(column!, row[i].Trim());
            }

            return cells;
        }
    }

    /// <summary>Whether a text is a word of the site, in whatever language, width and spacing.</summary>
    public static bool IsNamed(string key, string text) => Folded(text) is { Length: > 0 } folded && SiteText.InEveryLanguage(key).Any(name => Folded(name) == folded);

    private static string Folded(string name) => new StringBuilder(name.Normalize(NormalizationForm.FormKC)).Replace(" ", string.Empty).Replace("*", string.Empty).ToString().Trim().ToUpperInvariant();
}
