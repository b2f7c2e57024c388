using System.Globalization;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Assessors as reports print them: 甲, 乙, 丙… in the order given; the lines to sign on tell who each of them is.</summary>
internal sealed class AssessorNames(ReportText text, string naming, IEnumerable<string> assessors)
{
    private readonly string[] order = [.. assessors];

    /// <summary>甲 for the first; after ten the number.</summary>
    public string this[string assessor]
    {
        get
        {
            var at = Array.IndexOf(order, assessor);
            var letters = text["Ordinals"];
            return at < 0 ? assessor : at < letters.Length ? letters[at].ToString() : (at + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>评估员甲, 评委甲.</summary>
    public string Named(string assessor) => text.Format(naming, this[assessor]);

    public int OrderOf(string assessor) => Array.IndexOf(order, assessor);

    public static AssessorNames Of(ReportText text, EvaluationReportInput input)
    {
        string[] raters = [.. input.Template.Raters.Select(r => r.Code)];
        return new(text, "AssessorNamed", input.Subjects.SelectMany(s => s.Evaluation.Sheets)
            .OrderBy(s => Array.IndexOf(raters, s.Rater)).ThenBy(s => s.Assessor, StringComparer.Ordinal)
            .Select(s => s.Assessor).Distinct(StringComparer.Ordinal));
    }

    public static AssessorNames Of(ReportText text, TenderReportInput input) =>
        new(text, "PanelMemberNamed", input.Tender.Panel.Select(m => m.Assessor).Order(StringComparer.Ordinal));
}
